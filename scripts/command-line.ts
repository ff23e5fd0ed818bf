import { parseArgs } from 'node:util';
import { nearest } from '../src/plan/nearest.ts';
import { Problem } from '../src/sources/problem.ts';
import { approveCommand } from './approve.ts';
import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import type { Command, ExitCode, OptionValues } from './command.ts';
import { devCommand } from './dev.ts';
import { listenCommand } from './listen.ts';
import { exportCommand } from './export.ts';
import { gateCommand } from './gate.ts';
import { historyCommand } from './history.ts';
import { importCommand } from './import.ts';
import { newCommand } from './new.ts';
import { notionCommand } from './notion.ts';
import { publishCommand } from './publish.ts';
import { pullCommand } from './pull.ts';
import { pushCommand } from './push.ts';
import { schemaCommand } from './schema.ts';
import { printProblem } from './problems.ts';
import { sinceCommand } from './since.ts';
import { startCommand } from './start.ts';
import { paint, printError, printLine } from './terminal.ts';
import { writeCommand } from './write.ts';

const commands: readonly Command[] = [
  startCommand,
  newCommand,
  checkCommand,
  importCommand,
  approveCommand,
  gateCommand,
  publishCommand,
  historyCommand,
  buildCommand,
  devCommand,
  pullCommand,
  pushCommand,
  notionCommand,
  listenCommand,
  sinceCommand,
  exportCommand,
  writeCommand,
  schemaCommand,
];

/** Runs one command. The only place where a failure becomes words and an exit code. */
export async function runCommand(words: readonly string[]): Promise<ExitCode> {
  try {
    const [name, ...rest] = words;
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
      printLine(renderHelp());
      return 0;
    }
    const command = findCommand(name);
    const { values, positionals } = parseWords(command, rest);
    if (values['help']) {
      printLine(renderCommandHelp(command));
      return 0;
    }
    return await command.run(positionals, values);
  } catch (error) {
    return printFailure(error);
  }
}

function findCommand(name: string): Command {
  const command = commands.find((each) => each.name === name);
  if (command) return command;
  const names = commands.map((each) => each.name);
  const guess = nearest(name, names);
  throw new Problem(`There is no command \`${name}\`.`, {
    hint: guess
      ? `Did you mean \`slipway ${guess}\`?`
      : `There are ${names.join(', ')}. \`slipway --help\` says more.`,
  });
}

function parseWords(command: Command, words: string[]): { values: OptionValues; positionals: string[] } {
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
    if (!option) throw unknownOption(command, token.rawName);
    if (option.type === 'string' && !token.value) {
      throw new Problem(`\`${token.rawName}\` needs a value.`, {
        hint: `Write \`${token.rawName} ${option.value ?? '<value>'}\`.`,
      });
    }
  }
  const extra = command.parameters === undefined ? positionals[0] : undefined;
  if (extra !== undefined) {
    throw new Problem(`\`slipway ${command.name}\` does not know what to do with \`${extra}\`.`, {
      hint: `\`slipway ${command.name} --help\` lists what it takes.`,
    });
  }
  return { values: values as OptionValues, positionals };
}

function unknownOption(command: Command, name: string): Problem {
  const names = Object.keys(command.options).map((each) => `--${each}`);
  const guess = nearest(name, names);
  return new Problem(`\`slipway ${command.name}\` has no option \`${name}\`.`, {
    hint: guess ? `Did you mean \`${guess}\`?` : `\`slipway ${command.name} --help\` lists what it takes.`,
  });
}

/** Says what failed; gives back the exit code for it. */
export function printFailure(error: unknown): ExitCode {
  if (error instanceof Problem) {
    printProblem(error);
    return 1;
  }
  printError(
    `${paint('red', '✖')} This is a fault of Slipway, not yours. Please report it with these lines:`,
  );
  printError(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 2;
}

function renderHelp(): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    'slipway: one release plan in; an honest roadmap, changelog and release notes out.',
    '',
    'Usage: slipway <command> [options]',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    'slipway <command> --help says more about one of them.',
  ].join('\n');
}

function renderCommandHelp(command: Command): string {
  const rows = Object.entries(command.options).map(
    ([name, option]) => [`--${name}${option.value ? ` ${option.value}` : ''}`, option.help] as const,
  );
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return [
    `${command.summary}.`,
    '',
    `Usage: slipway ${command.name}${command.parameters ? ` ${command.parameters}` : ''} [options]`,
    '',
    ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`),
  ].join('\n');
}
