import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Measured {
  /** Seconds from start to end. */
  seconds: number;
  /** Most memory that the program and its children held at once, in megabytes; 0 where the system does not tell. */
  megabytes: number;
}

/** @throws {Error} where the program fails */
export async function measure({ words, cwd }: { words: string[]; cwd: string }): Promise<Measured> {
  const [command = '', ...rest] = words;
  const started = performance.now();
  const child = spawn(command, rest, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaints = '';
  child.stderr.on('data', (data) => (complaints += String(data)));
  let megabytes = 0;
  const timer = setInterval(() => (megabytes = Math.max(megabytes, memoryOf(child.pid ?? 0))), 100);
  const code = await new Promise((done) => child.on('close', done));
  clearInterval(timer);
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0)
    throw new Error(`${words.join(' ')} ended with ${String(code)}: ${complaints.slice(-2_000)}`);
  return { seconds, megabytes };
}

export function sizeOf(folder: string): { files: number; megabytes: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = files.map((entry) => statSync(join(entry.parentPath, entry.name)).size);
  return { files: files.length, megabytes: bytes.reduce((sum, each) => sum + each, 0) / 1e6 };
}

/** Resident memory of a process and those below it, by Linux’s proc(5). */
function memoryOf(root: number): number {
  try {
    const parents = new Map<number, number>();
    const memory = new Map<number, number>();
    for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
      const status = read(`/proc/${name}/status`);
      parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
      memory.set(Number(name), Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1000);
    }
    const isBelow = (pid: number): boolean =>
      pid === root || (parents.has(pid) && isBelow(parents.get(pid) ?? 0));
    return [...memory].reduce((sum, [pid, own]) => sum + (isBelow(pid) ? own : 0), 0);
  } catch {
    return 0;
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
