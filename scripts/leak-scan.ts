import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { VFile } from 'vfile';
import { languageOf } from '../src/languages/languages.ts';
import type { PlanDocument } from '../src/plan/document.ts';
import type { Plan } from '../src/plan/plan.ts';
import { sections } from '../src/plan/sections.ts';
import { unpackBrotli } from '../src/publish/unpack.ts';
import { openLeakSearch } from '../src/publish/leaks.ts';
import { collectSecrets, type PlanText, type Secrets } from '../src/publish/secret-words.ts';
import type { Site } from '../src/release/site.ts';
import { Problem } from '../src/sources/problem.ts';
import type { ContentFolder } from './content.ts';
import { readInternalLines } from './plans/internal-lines.ts';
import { readRecordFiles } from './records.ts';

/** What must not stand on the site; undefined where there are no plans that say so. */
export function findSecrets(content: ContentFolder): Secrets | undefined {
  if (content.plans.length === 0) return undefined;
  const records = [...readRecordFiles(join(content.folder, 'releases')).values()];
  const { site } = content.settings;
  return collectSecrets(describeTexts(content), records, [JSON.stringify(site), ...ownTexts(site)]);
}

/** What Slipway itself says is no secret, be it to readers or to the authors of plans: a new plan holds its questions. */
function ownTexts(site: Site): string[] {
  const tables = [site.locale, ...Object.keys(site.languages)].map(languageOf);
  const source = (_: string, value: unknown) => (typeof value === 'function' ? String(value) : value);
  return [...tables.map((table) => JSON.stringify(table, source)), ...sections.map(({ prompt }) => prompt)];
}

/**
 * Searches files of a site for internal words of the plans at hand, one after the other.
 * @returns a function that is given the path of a file on the site, and where it lies
 * @throws {Problem} where one is found
 */
export function openLeakScan(secrets: Secrets): (where: string, path: string) => void {
  const search = openLeakSearch(secrets);
  return (where, path) => {
    if (FONTS.has(extname(path))) return;
    const bytes = readFileSync(path);
    const isBrotli = extname(path) === '.br';
    const [leak] = search(isBrotli ? unpackBrotli(bytes) : bytes, where);
    if (!leak) return;
    throw new Problem(
      `The site was not replaced: internal words of ${leak.path}:${leak.line} stand in \`${where}\`: “${leak.words}”.`,
      {
        hint: 'Publish again if the plan has changed since. If it has not, this is a hole in Slipway: please report it.',
      },
    );
  };
}

/** All that is searched for comes from this, and from the records. */
export function renderSearched(content: ContentFolder): string {
  const texts = [...listPlans(content).map(([{ file }]) => file), ...listOthers(content)].map((file) =>
    describeText(file),
  );
  return JSON.stringify([content.settings, texts.map(({ path, text }) => [path, text])]);
}

/** The shapes of letters hold no words. */
const FONTS = new Set(['.woff', '.woff2']);

/** Everything that somebody wrote and that is not public as such: plans, the roadmap, and the settings with their comments. */
function describeTexts(content: ContentFolder): PlanText[] {
  const plans = listPlans(content);
  const understood = plans.flatMap(([plan, document]) => (document ? [{ plan, document }] : []));
  const lines = readInternalLines(content, understood);
  const linesOf = new Map(understood.map(({ plan }, index) => [plan, lines[index]]));
  return [
    ...plans.map(([plan]) => describeText(plan.file, linesOf.get(plan))),
    ...listOthers(content).map((file) => describeText(file)),
  ];
}

function listPlans(content: ContentFolder): (readonly [Plan, PlanDocument | undefined])[] {
  const { plans, documents, translatedDocuments } = content;
  return [...plans.map((plan, index) => [plan, documents[index]] as const), ...translatedDocuments];
}

function listOthers({ initiatives, translations, settingsFile }: ContentFolder): VFile[] {
  const items = [
    ...initiatives,
    ...translations.initiatives.map((each) => each.written),
    ...translations.failed,
  ];
  return [...items.filter((each) => !('fields' in each)).map((each) => each.file), settingsFile];
}

function describeText(file: VFile, internalLines: ReadonlySet<number> = new Set()): PlanText {
  return { path: file.path, text: String(file.value), internalLines };
}
