import type { VFile } from 'vfile';
import { counted, paint, printLine } from './terminal.ts';

type Message = VFile['messages'][number];

export interface Counts {
  errors: number;
  warnings: number;
  infos: number;
}

export function countMessages(files: readonly VFile[]): Counts {
  const messages = files.flatMap((file) => file.messages);
  const errors = messages.filter((message) => message.fatal === true).length;
  const warnings = messages.filter((message) => message.fatal === false).length;
  return { errors, warnings, infos: messages.length - errors - warnings };
}

/** Prints the problems of files, grouped, each with its line of the source, down to a severity. */
export function printMessages(files: readonly VFile[], lowest: 'error' | 'warning' | 'info'): void {
  const isShown = ({ fatal }: Message) =>
    fatal || lowest === 'info' || (lowest === 'warning' && fatal === false);
  for (const file of files) {
    const shown = file.messages.filter(isShown);
    if (shown.length === 0) continue;
    const url = file.data['url'];
    printLine(`${paint('underline', file.path)}${typeof url === 'string' ? `  ${paint('dim', url)}` : ''}`);
    for (const message of shown.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)))
      printMessage(file, message);
    printLine();
  }
}

/** `2 errors, 5 warnings`, or `no problems`. */
export function renderCounts({ errors, warnings }: Counts): string {
  const parts = [errors > 0 && counted(errors, 'error'), warnings > 0 && counted(warnings, 'warning')].filter(
    Boolean,
  );
  return parts.join(', ') || 'no problems';
}

function printMessage(file: VFile, message: Message): void {
  const place = message.line ? `${message.line}:${message.column ?? 1}` : '–';
  const [colour, word] = severityOf(message);
  printLine(
    `  ${paint('dim', place.padStart(6))}  ${paint(colour, word.padEnd(7))}  ${message.reason}  ${paint('dim', message.ruleId ?? '')}`,
  );
  const source = message.line ? String(file.value ?? '').split('\n')[message.line - 1] : undefined;
  if (source?.trim() && message.fatal !== undefined) printSource(source, message);
  if (message.note) printLine(`          ${paint('dim', '→')} ${message.note}`);
}

/** The line itself, with a caret under the place; long lines are cut around it. */
function printSource(source: string, message: Message): void {
  const column = Math.max(1, message.column ?? 1);
  const start = Math.max(0, column - 60);
  const line = source.slice(start, start + 96).replaceAll('\t', ' ');
  const margin = String(message.line).padStart(8);
  printLine(paint('dim', `${margin} │ ${line}`));
  printLine(paint('dim', `${' '.repeat(8)} │ ${' '.repeat(column - 1 - start)}^`));
}

function severityOf(message: Message): ['red' | 'yellow' | 'blue', string] {
  if (message.fatal === true) return ['red', 'error'];
  return message.fatal === false ? ['yellow', 'warning'] : ['blue', 'info'];
}

/** A file's messages, for machines. */
export function describeMessages(file: VFile) {
  return file.messages.map((message) => ({
    rule: message.ruleId,
    severity: severityOf(message)[1],
    line: message.line,
    column: message.column,
    text: message.reason,
    ...(message.note && { hint: message.note }),
  }));
}
