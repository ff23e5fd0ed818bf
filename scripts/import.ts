import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { nearest } from '../src/plan/nearest.ts';
import { isDay } from '../src/release/date.ts';
import type { Product } from '../src/release/site.ts';
import { toId } from '../src/release/slug.ts';
import { type ImportFormat, importFormats, readImports } from '../src/sources/imports/formats.ts';
import { ImportError } from '../src/sources/imports/import-error.ts';
import type { Imported, ImportedRelease } from '../src/sources/imports/imported.ts';
import { makePlan } from '../src/sources/imports/make-plan.ts';
import { Problem } from '../src/sources/problem.ts';
import { type Command, commonOptions, type ExitCode, type OptionValues } from './command.ts';
import { readContent } from './content.ts';
import { readImportFiles } from './import-files.ts';
import { checkWritten, planPath, writePlan } from './import-plans.ts';
import { type ImportResult, printImport } from './import-report.ts';
import { printLine } from './terminal.ts';

export const importCommand: Command = {
  parameters: '<format> <file…>',
  options: {
    content: commonOptions.content,
    product: { type: 'string', value: '<id>', help: 'The product of site.yaml whose history it is' },
    version: { type: 'string', value: '<version>', help: 'The version, where the files name none' },
    released: { type: 'string', value: '<day>', help: 'The day of release, where the files name none' },
    dates: {
      type: 'string',
      value: '<file>',
      help: 'JSON of versions and days, as `npm view <package> time --json` gives it',
    },
    internal: { type: 'boolean', help: 'Keep the plans internal until you have looked at them' },
    'dry-run': { type: 'boolean', help: 'Only say what would be written and what would be lost' },
    json: commonOptions.json,
  },
  async run([word, ...paths], options) {
    const format = readFormat(word);
    const content = readContent(resolve(String(options['content'] ?? 'content')));
    const imported = read(format, paths);
    fillIn(imported.releases, options);
    const { losses } = imported;
    const result: ImportResult = { written: [], kept: [], losses, isDry: options['dry-run'] === true };
    for (const release of imported.releases) {
      const product = findProduct(release, options['product'], content.settings.site.products);
      const plan = makePlan(release, product, release.place, { internal: options['internal'] === true });
      const path = planPath(content.folder, plan);
      const isThere = [...result.written, ...result.kept].includes(path);
      if (plan.fields.status !== 'draft' && !plan.fields.released)
        losses.push({
          place: release.place,
          what: 'guessed',
          why: 'no day of release: it stays internal until you add one',
          text: plan.fields.title ?? '',
        });
      losses.push(...checkWritten(plan, content.settings, release.place));
      const isWritten = !isThere && (result.isDry || writePlan(path, plan));
      (isWritten ? result.written : result.kept).push(path);
      if (isThere)
        losses.push({
          place: release.place,
          what: 'lost',
          why: 'a second release of this version',
          text: plan.fields.title ?? '',
        });
    }
    if (options['json']) printLine(JSON.stringify(result, null, 2));
    else printImport(result, imported);
    return exitCodeOf(result);
  },
};

function readFormat(word: string | undefined): ImportFormat {
  const wanted = word?.toLowerCase() === 'gitea' ? 'github' : word?.toLowerCase();
  const names = Object.keys(importFormats) as ImportFormat[];
  const format = names.find((each) => each === wanted);
  if (format) return format;
  const guess = word && nearest(word, names);
  const list = names.map((name) => `${name}: ${importFormats[name]}.`).join('\n  ');
  if (!word || /[./\\]/.test(word))
    throw new Problem(`Which format${word ? ` does \`${word}\` have` : ''}? Nothing was written.`, {
      hint: `${list}\n  Say it first: \`slipway import keep-a-changelog ${word ?? 'CHANGELOG.md'}\`.`,
    });
  throw new Problem(`There is no format \`${word}\`. Nothing was written.`, {
    hint: guess ? `Did you mean \`${guess}\`?` : list,
  });
}

function read(format: ImportFormat, paths: readonly string[]): Imported {
  try {
    return readImports(format, readImportFiles(paths));
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    throw new Problem(`${error.message} Nothing was written.`, {
      hint: `${format}: ${importFormats[format]}.`,
    });
  }
}

/** What the files do not say, and the one who imports them knows. */
function fillIn(releases: readonly ImportedRelease[], options: OptionValues): void {
  const { version, released, dates } = options;
  if (released !== undefined && !isDay(String(released)))
    throw new Problem(`\`${String(released)}\` is no day. Nothing was written.`, {
      hint: 'Write 2026-05-07.',
    });
  const days = typeof dates === 'string' ? readDates(dates) : {};
  for (const { fields } of releases) {
    if (!fields.version && !fields.released && typeof version === 'string') {
      fields.version = version;
      fields.status = 'released';
    }
    if (fields.status === 'draft') continue;
    const day = days[fields.version ?? '']?.slice(0, 10) ?? (releases.length === 1 ? released : undefined);
    if (!fields.released && typeof day === 'string' && isDay(day)) fields.released = day;
  }
}

function readDates(path: string): Record<string, string> {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new Problem(`\`${path}\` is no JSON of versions and days. Nothing was written.`, {
      hint: 'It looks like this: { "1.2.0": "2026-05-07" }.',
      cause,
    });
  }
}

function findProduct(
  release: ImportedRelease,
  asked: OptionValues[string],
  products: readonly Product[],
): Product {
  const name = typeof asked === 'string' ? asked : release.product;
  const [only, ...others] = products;
  const product = products.find((each) => each.id === name || toId(each.name) === toId(name ?? ''));
  if (product) return product;
  if (only && others.length === 0 && asked === undefined) return only;
  const what = name ? `site.yaml knows no product \`${name}\`.` : 'Whose history is it?';
  throw new Problem(`${what} Nothing was written.`, {
    hint: `Say it with \`--product\`: ${products.map(({ id }) => id).join(', ')}.`,
  });
}

function exitCodeOf({ written, kept }: ImportResult): ExitCode {
  return kept.length > 0 || written.length === 0 ? 1 : 0;
}
