import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Measured {
  /** Seconds from start to end. */
  seconds: number;
  /** Seconds that the processors worked for it, all together; 0 where the system does not tell. */
  processor: number;
  /** Most memory that the program and its children held at once, in megabytes; 0 where the system does not tell. */
  megabytes: number;
}

/** @throws {Error} where the program fails, or takes longer than anybody would wait */
export async function measure({ words, cwd }: { words: string[]; cwd: string }): Promise<Measured> {
  const [command = '', ...rest] = words;
  const started = performance.now();
  const before = processorOfChildren();
  const child = spawn(command, rest, { cwd, stdio: ['ignore', 'ignore', 'pipe'], timeout: LONGEST });
  let complaints = '';
  child.stderr.on('data', (data) => (complaints = `${complaints}${String(data)}`.slice(-2_000)));
  let megabytes = 0;
  const timer = setInterval(() => (megabytes = Math.max(megabytes, memoryOf(child.pid ?? 0))), 100);
  const code = await new Promise((done) => child.on('close', (status, signal) => done(status ?? signal)));
  clearInterval(timer);
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${String(code)}: ${complaints}`);
  return { seconds, processor: processorOfChildren() - before, megabytes };
}

/** Milliseconds. */
const LONGEST = 30 * 60_000;

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

/** Seconds that processors worked for all children that have ended, and theirs, by Linux’s proc(5). */
function processorOfChildren(): number {
  const fields = read('/proc/self/stat').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) / TICKS;
}

/** In a second. */
const TICKS = 100;

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
