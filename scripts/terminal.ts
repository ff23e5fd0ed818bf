import { styleText } from 'node:util';
import { withoutSecrets } from './secrets.ts';

type Style = Parameters<typeof styleText>[0];

/** Colours where the terminal shows them; plain text everywhere else (NO_COLOR, files, pipes). */
export function paint(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

export function printLine(text = ''): void {
  process.stdout.write(`${safe(text)}\n`);
}

export function printError(text: string): void {
  process.stderr.write(`${safe(text)}\n`);
}

/** What authors wrote is shown without secrets, and moves no cursor and clears no screen. */
function safe(text: string): string {
  return withoutSecrets(text).replace(CONTROLS, '\uFFFD');
}

/** Characters that steer a terminal, other than tabs, line ends and colours. */
// oxlint-disable-next-line no-control-regex
const CONTROLS = /(?!\u001B\[[\d;]*m)[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

/** `1 plan`, `3 plans`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** `0.8 s`, `340 ms`. */
export function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
