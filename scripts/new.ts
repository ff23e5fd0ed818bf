import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { cancel, isCancel, select, text } from '@clack/prompts';
import { renderTemplate } from '../src/documents/internal/plan-template.ts';
import { standardFormat } from '../src/plan/format.ts';
import { nearest } from '../src/plan/nearest.ts';
import type { PlanSettings } from '../src/plan/settings.ts';
import { precisionOf } from '../src/release/date.ts';
import { findProduct, type Product } from '../src/release/site.ts';
import { versionSlug } from '../src/release/version.ts';
import { Problem } from '../src/sources/problem.ts';
import { type Command, commonOptions, type OptionValues } from './command.ts';
import { display, readContent } from './content.ts';
import { makeFolder, reasonOf, replaceFile } from './folders.ts';
import { planFileName } from './plan-file-name.ts';
import { printLine } from './terminal.ts';

export const newCommand: Command = {
  parameters: '[profile] [title]',
  options: {
    content: commonOptions.content,
    title: { type: 'string', value: '<words>', help: 'What the release is, in the customer’s words' },
    product: { type: 'string', value: '<id>', help: 'A product of site.yaml' },
    version: { type: 'string', value: '<version>', help: 'Its version, where it is known' },
    target: { type: 'string', value: '<date>', help: 'When it is expected: 2026-11-18, 2026-11 or 2026-Q4' },
    notion: { type: 'boolean', help: 'Make it a page in Notion instead of a file' },
  },
  async run(words, options) {
    const folder = resolve(String(options['content'] ?? 'content'));
    const { settings } = readContent(folder);
    const answers = await ask(words, options, settings);
    if (options['notion']) {
      const { startPage } = await import('./notion-push.ts');
      await startPage(folder, answers);
      return 0;
    }
    const path = join(folder, 'plans', answers.product, `${fileName(answers)}.md`);
    write(path, renderTemplate({ ...answers, id: newId() }, settings.format));
    printLine(`${display(path)} is a draft, and internal. Fill it in, then run \`slipway check\`.`);
    return 0;
  },
};

interface Answers {
  profile: string;
  title: string;
  product: string;
  version?: string;
  target?: string;
}

/** What the words and options do not say is asked for, where a person is at the terminal. */
async function ask(words: string[], options: OptionValues, settings: PlanSettings): Promise<Answers> {
  const { products } = settings.site;
  const profiles = [...(settings.format ?? standardFormat).profiles.keys()];
  const [first, ...rest] = words;
  const spoken = rest.join(' ') || (typeof options['title'] === 'string' ? options['title'] : '');
  const profile = readProfile(first, profiles) ?? (await askProfile(profiles));
  const title = spoken.trim() || (await askText('What is the release, in the customer’s words?', 'a title'));
  const product = readProduct(options['product'], products) ?? (await askProduct(products));
  return {
    profile,
    title,
    product,
    ...(typeof options['version'] === 'string' && { version: options['version'] }),
    ...(typeof options['target'] === 'string' && { target: readTarget(options['target']) }),
  };
}

function readProfile(word: string | undefined, profiles: readonly string[]): string | undefined {
  if (word === undefined) return undefined;
  const profile = profiles.find((each) => each === word.toLowerCase());
  if (profile) return profile;
  const guess = nearest(word, profiles);
  throw new Problem(`There is no profile \`${word}\`. Nothing was written.`, {
    hint: guess
      ? `Did you mean \`${guess}\`?`
      : `There are ${profiles.join(', ')}; the title comes after it.`,
  });
}

function readProduct(option: OptionValues[string], products: readonly Product[]): string | undefined {
  if (typeof option !== 'string') return products.length === 1 ? products[0]?.id : undefined;
  const product = findProduct(products, option);
  if (product) return product.id;
  const ids = products.map((each) => each.id);
  const guess = nearest(option, ids);
  throw new Problem(`site.yaml knows no product \`${option}\`. Nothing was written.`, {
    hint: guess ? `Did you mean \`${guess}\`?` : `It knows ${ids.join(', ')}.`,
  });
}

function readTarget(option: string): string {
  const target = option.toUpperCase();
  if (precisionOf(target)) return target;
  throw new Problem(`\`--target ${option}\` is no date. Nothing was written.`, {
    hint: 'Write 2026-11-18, 2026-11, 2026-Q4 or 2026.',
  });
}

async function askProfile(profiles: readonly string[]): Promise<string> {
  assertTerminal(`the profile: ${profiles.join(', ')}`);
  return answered(
    await select({ message: 'What sort of release?', options: profiles.map((value) => ({ value })) }),
  );
}

async function askProduct(products: readonly Product[]): Promise<string> {
  assertTerminal(`the product: \`--product ${products.map((product) => product.id).join('|')}\``);
  const options = products.map(({ id, name }) => ({ value: id, label: name }));
  return answered(await select({ message: 'Of which product?', options }));
}

async function askText(message: string, what: string): Promise<string> {
  assertTerminal(`${what}: \`slipway new feature "Book a table"\``);
  return answered(
    await text({ message, validate: (answer) => (answer?.trim() ? undefined : 'It needs a few words.') }),
  );
}

/** Where nobody can answer, a question would wait for ever. */
function assertTerminal(missing: string): void {
  if (process.stdin.isTTY && process.stdout.isTTY) return;
  throw new Problem(`\`slipway new\` needs ${missing}. Nothing was written.`, {
    hint: 'In a terminal it asks; elsewhere give it on the command line.',
  });
}

function answered<Answer>(answer: Answer): Exclude<Answer, symbol> {
  if (!isCancel(answer)) return answer as Exclude<Answer, symbol>;
  cancel('Nothing was written.');
  throw new Problem('You left before the last question. Nothing was written.');
}

function fileName({ version, title }: Answers): string {
  return planFileName(version ?? '') || planFileName(versionSlug(title)) || 'plan';
}

/** Ten letters and digits that nobody mistakes for each other. */
function newId(): string {
  const letters = '23456789abcdefghjkmnpqrstuvwxyz';
  return `p-${Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')}`;
}

function write(path: string, content: string): void {
  if (existsSync(path)) {
    throw new Problem(`\`${display(path)}\` exists. Nothing was overwritten.`, {
      hint: 'Give the new plan another version or title.',
    });
  }
  try {
    makeFolder(dirname(path));
    replaceFile(path, content);
  } catch (cause) {
    throw new Problem(`\`${display(path)}\` could not be written: ${reasonOf(cause)}.`, { cause });
  }
}
