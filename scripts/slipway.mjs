#!/usr/bin/env node
// In TypeScript, this file would make Node load a compiler before it hears where compiled code is kept.

// By name, what an older Node does not have could not be asked for.
import * as modules from 'node:module';
import { fileURLToPath } from 'node:url';

if (!process.features.typescript) {
  const words = ['npm run slipway --', ...process.argv.slice(2)].join(' ');
  process.stderr.write(
    `✖ Slipway is written in TypeScript, which this Node (${process.version}) does not run. Nothing was changed.\n` +
      `  Run \`${words}\`: it takes the newer Node that was installed with Slipway.\n`,
  );
  process.exit(1);
}

// Half of what a small command takes is compiling its own code. Where nothing can be kept, Node goes on without.
modules.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/slipway', import.meta.url)));

// Whoever reads the output may stop before its end, as `head` does.
process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

const { printFailure, runCommand } = await import('./command-line.ts');

// What fails outside of the command's own course is said in the same words, without secrets.
process.on('uncaughtException', (error) => process.exit(printFailure(error)));

process.exitCode = await runCommand(process.argv.slice(2));
