import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Colours where the terminal shows them; plain text everywhere else (NO_COLOR, files, pipes). */
export function paint(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

export function printLine(text = ''): void {
  process.stdout.write(`${withoutToken(text)}\n`);
}

export function printError(text: string): void {
  process.stderr.write(`${withoutToken(text)}\n`);
}

/** Whatever a message is made from, the token for Notion is never shown. */
function withoutToken(text: string): string {
  const token = process.env['NOTION_TOKEN']?.trim();
  return token && token.length > 8 ? text.replaceAll(token, '…') : text;
}

/** `1 plan`, `3 plans`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** `0.8 s`, `340 ms`. */
export function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
