import { createInterface } from 'node:readline/promises';
import { Problem } from '../src/sources/problem.ts';
import { paint } from './terminal.ts';

/** Where questions are asked: a terminal, or in tests what stands for one. */
export interface Asking {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
}

/**
 * Asks for a few words until there are some.
 * @throws {Problem} where the person leaves instead
 */
export async function askText(question: string, asking: Asking): Promise<string> {
  return ask([question], 'It needs a few words.', (answer) => answer || undefined, asking);
}

/**
 * Asks for one of several things, by its number or its name.
 * @throws {Problem} where the person leaves instead
 */
export async function askChoice(
  question: string,
  choices: readonly { value: string; label: string }[],
  asking: Asking,
): Promise<string> {
  const lines = choices.map(({ label }, index) => `  ${paint('dim', `${index + 1}`)} ${label}`);
  const find = (answer: string) => {
    const wanted = answer.toLowerCase();
    const byName = choices.find(({ value, label }) => [value, label.toLowerCase()].includes(wanted));
    return (byName ?? choices[Number(answer) - 1])?.value;
  };
  return ask([question, ...lines], `Type a number from 1 to ${choices.length}.`, find, asking);
}

async function ask(
  lines: readonly string[],
  hint: string,
  read: (answer: string) => string | undefined,
  { input, output }: Asking,
): Promise<string> {
  const left = new AbortController();
  const terminal = createInterface({ input, output });
  terminal.on('SIGINT', () => left.abort()).on('close', () => left.abort());
  try {
    output.write(
      `${paint('bold', lines[0] ?? '')}\n${lines
        .slice(1)
        .map((line) => `${line}\n`)
        .join('')}`,
    );
    for (;;) {
      const answer = read((await terminal.question('› ', { signal: left.signal })).trim());
      if (answer !== undefined) return answer;
      output.write(`${paint('yellow', hint)}\n`);
    }
  } catch (error) {
    if (!left.signal.aborted) throw error;
    throw new Problem('You left before the last question. Nothing was written.');
  } finally {
    terminal.close();
  }
}
