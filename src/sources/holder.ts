import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who holds a lock. */
export interface Holder {
  pid: number;
  host: string;
  /** When its process began, as the system counts; a process id is given to others later. */
  began?: string | undefined;
}

/** How long a holder on another machine may be silent before it is taken for dead, in milliseconds. */
const MOST_SILENCE = 10 * 60_000;
/** How often holders of locks that last long say that they live, in milliseconds. */
export const HEARTBEAT = 60_000;

/** The text of a lock file of this process. */
export function renderHolder(): string {
  return JSON.stringify({ pid: process.pid, host: hostname(), began: beginningOf(process.pid) });
}

/**
 * Who holds the lock of that text; undefined where nobody does: a process that no longer lives holds nothing, nor does half a text.
 * @param touched when the lock was last touched, in milliseconds since 1970
 */
export function findHolder(text: string, touched: number): Holder | undefined {
  const holder = parseHolder(text);
  return holder && isAlive(holder, touched) ? holder : undefined;
}

function parseHolder(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Partial<Holder> | null;
    return Number.isInteger(holder?.pid) && typeof holder?.host === 'string' ? (holder as Holder) : undefined;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, host, began }: Holder, touched: number): boolean {
  if (host !== hostname()) return Date.now() - touched < MOST_SILENCE;
  if (!isRunning(pid)) return false;
  const now = beginningOf(pid);
  return began === undefined || now === undefined || now === began;
}

/** True where a process of this machine has that id. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Linux tells: the boot, and the tick since then, field 22 of proc_pid_stat(5). Elsewhere nobody knows. */
function beginningOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
    return `${boot}-${ticks}`;
  } catch {
    return undefined;
  }
}
