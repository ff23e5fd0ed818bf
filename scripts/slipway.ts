#!/usr/bin/env node
import { printFailure, runCommand } from './command-line.ts';

// Whoever reads the output may stop before its end, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

// What fails outside of the command's own course is said in the same words, without secrets.
process.on('uncaughtException', (error) => process.exit(printFailure(error)));

process.exitCode = await runCommand(process.argv.slice(2));
