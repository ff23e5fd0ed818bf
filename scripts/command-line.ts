import { parseArgs } from 'node:util';
import { nearest } from '../src/plan/nearest.ts';
import { Problem } from '../src/sources/problem.ts';
import type { Command, ExitCode, OptionValues } from './command.ts';
import { type CommandEntry, commands } from './commands.ts';
import { reasonOf } from './folders.ts';
import { printProblem } from './problems.ts';
import { paint, printError, printLine } from './terminal.ts';
import { version } from './version.ts';

/** Runs one command. The only place where a failure becomes words and an exit code. */
export async function runCommand(words: readonly string[]): Promise<ExitCode> {
  try {
    const [name, ...rest] = words[0] === 'help' && words[1] ? [words[1], '--help'] : words;
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
      printLine(renderHelp());
      return 0;
    }
    if (name === '--version' || name === '-v') {
      printLine(version);
      return 0;
    }
    const entry = findCommand(name);
    const command = await entry.load();
    const { values, positionals } = parseWords(entry, command, rest);
    if (values['help']) {
      printLine(renderCommandHelp(entry, command));
      return 0;
    }
    return await command.run(positionals, values);
  } catch (error) {
    return printFailure(error);
  }
}

const OWN_OPTIONS = ['--help', '--version'];

function findCommand(name: string): CommandEntry {
  const entry = commands.find((each) => each.name === name);
  if (entry) return entry;
  if (name.startsWith('-')) {
    const guess = nearest(name, OWN_OPTIONS);
    throw new Problem(`\`slipway\` has no option \`${name}\` of its own.`, {
      hint: guess
        ? `Did you mean \`slipway ${guess}\`?`
        : 'The options of a command stand behind it. `slipway --help` lists the commands.',
    });
  }
  const names = commands.map((each) => each.name);
  const guess = guessFrom(name, names);
  throw new Problem(`There is no command \`${name}\`.`, {
    hint: guess
      ? `Did you mean \`slipway ${guess}\`?`
      : `There are ${names.join(', ')}. \`slipway --help\` says more.`,
  });
}

function parseWords(
  { name }: CommandEntry,
  command: Command,
  words: string[],
): { values: OptionValues; positionals: string[] } {
  const options = {
    ...command.options,
    help: { type: 'boolean', short: 'h', help: 'Show this help' },
  } as const;
  const { values, positionals, tokens } = parseArgs({
    args: words,
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = command.options[token.name] ?? (token.name === 'help' ? options.help : undefined);
    if (!option) throw unknownOption(name, command, token.rawName);
    if (option.type === 'string' && !token.value) {
      throw new Problem(`\`${token.rawName}\` needs a value.`, {
        hint: `Write \`${token.rawName} ${option.value ?? '<value>'}\`.`,
      });
    }
  }
  const extra = command.parameters === undefined ? positionals[0] : undefined;
  if (extra !== undefined) {
    throw new Problem(`\`slipway ${name}\` does not know what to do with \`${extra}\`.`, {
      hint: `\`slipway ${name} --help\` lists what it takes.`,
    });
  }
  return { values: values as OptionValues, positionals };
}

function unknownOption(name: string, command: Command, option: string): Problem {
  const names = Object.keys(command.options).map((each) => `--${each}`);
  const guess = guessFrom(option, names);
  return new Problem(`\`slipway ${name}\` has no option \`${option}\`.`, {
    hint: guess ? `Did you mean \`${guess}\`?` : `\`slipway ${name} --help\` lists what it takes.`,
  });
}

/** What was misspelt or not typed to its end. */
function guessFrom(word: string, names: readonly string[]): string | undefined {
  return nearest(word, names) ?? names.find((name) => name.startsWith(word));
}

/** Says what failed; gives back the exit code for it. */
export function printFailure(error: unknown): ExitCode {
  const problem = error instanceof Problem ? error : refusalOfDisk(error);
  if (problem) {
    printProblem(problem);
    return 1;
  }
  printError(
    `${paint('red', '✖')} This is a fault of Slipway, not yours. Please report it with these lines:`,
  );
  printError(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 2;
}

/** What a disk says of a file that stands where a folder is meant, or that may not be touched, is for who runs the command. */
function refusalOfDisk(error: unknown): Problem | undefined {
  const { code = '', path } = error as NodeJS.ErrnoException;
  if (typeof path !== 'string' || !DISK.test(code)) return undefined;
  return new Problem(`\`${path}\` cannot be used: ${reasonOf(error)}.`, {
    hint: 'Put in its place what belongs there, or make it yours to read and to write; then run it again.',
    cause: error,
  });
}

const DISK = /^(?:ENOTDIR|EISDIR|EACCES|EPERM|EROFS|ENOSPC|EDQUOT|EIO|ELOOP|ENAMETOOLONG)$/;

function renderHelp(): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    'slipway: one release plan in; an honest roadmap, changelog and release notes out.',
    '',
    'Usage: slipway <command> [options]',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    'slipway <command> --help says more about one of them, slipway --version which Slipway this is.',
  ].join('\n');
}

function renderCommandHelp({ name, summary }: CommandEntry, command: Command): string {
  const rows = Object.entries(command.options).map(
    ([key, option]) => [`--${key}${option.value ? ` ${option.value}` : ''}`, option.help] as const,
  );
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return [
    `${summary}.`,
    '',
    `Usage: slipway ${name}${command.parameters ? ` ${command.parameters}` : ''} [options]`,
    '',
    ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`),
  ].join('\n');
}
