import { styleText } from 'node:util';
import { withoutSecrets } from './secrets.ts';

type Style = Parameters<typeof styleText>[0];

/** Colours where the terminal shows them; plain text everywhere else (NO_COLOR, files, pipes). */
export function paint(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

export function printLine(text = ''): void {
  process.stdout.write(`${withoutSecrets(text)}\n`);
}

export function printError(text: string): void {
  process.stderr.write(`${withoutSecrets(text)}\n`);
}

/** `1 plan`, `3 plans`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** `0.8 s`, `340 ms`. */
export function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
