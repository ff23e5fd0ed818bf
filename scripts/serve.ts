import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { Problem } from '../src/sources/problem.ts';
import { astroArguments, siteEnvironment } from './build/astro.ts';
import { projectFolder } from './project-folder.ts';
import type { ContentFolder } from './content.ts';

const FIRST_PORT = 4321;

/**
 * The port that was asked for.
 * @throws {Problem} where it is none
 */
export function readPort(option: string | boolean | undefined): number | undefined {
  if (typeof option !== 'string') return undefined;
  const port = Number(option);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Problem(`\`--port ${option}\` is no port.`, { hint: 'A port is a number from 1 to 65535.' });
}

/**
 * The port to serve on: the wanted one, or the first free one from 4321.
 * @throws {Problem} where it is taken
 */
export async function choosePort(wanted: number | undefined): Promise<number> {
  if (wanted !== undefined) {
    if (await isFree(wanted)) return wanted;
    throw new Problem(
      `Port ${wanted} is in use by another program. The site is built; only serving it failed.`,
      { hint: 'Stop the other program, or choose another port with `--port`.' },
    );
  }
  for (let port = FIRST_PORT; port < FIRST_PORT + 50; port++) if (await isFree(port)) return port;
  throw new Problem(`No port from ${FIRST_PORT} to ${FIRST_PORT + 49} is free.`, {
    hint: 'Choose one with `--port`.',
  });
}

/**
 * Serves a site while somebody writes it, with Astro's own server, until the process is told to stop; resolves when it answers.
 * @param language one of the other languages of the site, which is served instead
 */
export async function serve(
  content: ContentFolder,
  out: string,
  port: number,
  now: Date,
  language?: string,
): Promise<ChildProcess> {
  // Astro would have one server a project, whatever the folders and languages that they serve.
  const words = ['dev', '--host', '127.0.0.1', '--port', String(port), '--outDir', out, '--ignore-lock'];
  const env = {
    ...siteEnvironment(content, out, now),
    ...(language && { SLIPWAY_LANGUAGE: language }),
  };
  const child = spawn(process.execPath, astroArguments(words), { cwd: projectFolder, env });
  let output = '';
  const keep = (data: unknown) => (output += String(data));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
  process.once('exit', () => child.kill());
  await untilAnswering(child, port, () => output);
  return child;
}

async function untilAnswering(child: ChildProcess, port: number, output: () => string): Promise<void> {
  for (let turn = 0; turn < 600; turn++) {
    if (child.exitCode !== null) break;
    try {
      await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' });
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 50));
    }
  }
  child.kill();
  throw new Problem(`The site's server did not start:\n${output().trim()}`);
}

/** `localhost` is two addresses, and another program may sit on either. */
async function isFree(port: number): Promise<boolean> {
  return (await isFreeOn('127.0.0.1', port)) && (await isFreeOn('::1', port));
}

function isFreeOn(host: string, port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => done(error.code !== 'EADDRINUSE'));
    probe.listen(port, host, () => probe.close(() => done(true)));
  });
}
