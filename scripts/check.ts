import { join, resolve, sep } from 'node:path';
import type { VFile } from 'vfile';
import { renderRuleTable } from '../src/documents/internal/rule-table.ts';
import { renderSarif } from '../src/documents/internal/sarif.ts';
import { checkInitiative, checkPlan, checkRoadmap } from '../src/plan/check-plan.ts';
import { getCompleteness } from '../src/plan/completeness.ts';
import { normaliseHeading } from '../src/plan/headings.ts';
import { report } from '../src/plan/message.ts';
import { catalogue } from '../src/plan/rules/catalogue.ts';
import { unfilledSection } from '../src/plan/rules/unfilled-section.ts';
import { refuseSharedAddresses, refuseSharedIds } from '../src/publish/collisions.ts';
import { reportItems } from '../src/publish/roadmap-items.ts';
import { dayIn } from '../src/release/date.ts';
import type { Release } from '../src/release/release.ts';
import { Problem } from '../src/sources/problem.ts';
import { type ContentFolder, display, readContent } from './content.ts';
import { type Command, commonOptions } from './command.ts';
import { readNow } from './now.ts';
import { parseRecords, readRecordFiles } from './records.ts';
import { countMessages, describeMessages, printMessages, renderCounts } from './report.ts';
import { counted, paint, printLine } from './terminal.ts';
import { version } from './version.ts';

export const checkCommand: Command = {
  parameters: '[files…]',
  options: {
    content: commonOptions.content,
    all: { type: 'boolean', help: 'Show remarks too, not only errors and warnings' },
    rules: { type: 'boolean', help: 'Print what is checked, and why' },
    markdown: { type: 'boolean', help: 'With --rules: print them as a Markdown table' },
    now: commonOptions.now,
    json: commonOptions.json,
    notion: {
      type: 'boolean',
      help: 'Tell the authors in Notion, too: a comment, completeness, published address',
    },
    links: { type: 'boolean', help: 'Ask other sites, too, whether they answer the public links to them' },
    sarif: { type: 'boolean', help: 'Print a SARIF log, for annotations on a pull request' },
  },
  async run(words, options) {
    if (options['sarif'] && options['json']) {
      throw new Problem(
        '`--sarif` and `--json` are two forms of the same report, and only one can be printed.',
        {
          hint: 'Leave one of them out.',
        },
      );
    }
    if (options['rules']) {
      if (options['markdown']) printLine(renderRuleTable(catalogue));
      else printLine(options['json'] ? JSON.stringify(catalogue.map(describeRule), null, 2) : renderRules());
      return 0;
    }
    const content = readContent(resolve(String(options['content'] ?? 'content')));
    const { releases } = parseRecordsOf(content);
    const now = readNow(options['now'], content.settings);
    checkContent(content, releases, now);
    checkShared(content, now);
    if (options['notion']) {
      const { reportToNotion } = await import('./notion-report.ts');
      await reportToNotion(content, releases);
    }
    const files = chooseFiles(content, words);
    if (options['links']) {
      const { checkExternalLinks } = await import('./check-external-links.ts');
      files.push(...(await checkExternalLinks(content)));
    }
    const counts = countMessages(files);
    if (options['sarif']) printLine(renderSarif(files, catalogue, version));
    else if (options['json'])
      printLine(JSON.stringify({ ...counts, files: describe(content, files) }, null, 2));
    else {
      printMessages(files, options['all'] ? 'info' : 'warning');
      printCompleteness(content, files);
      const isMore = !options['all'] && counts.infos > 0;
      const more = isMore ? `; ${counted(counts.infos, 'remark')} more with --all` : '';
      printLine(`${counted(files.length, 'file')} checked: ${renderCounts(counts)}${more}.`);
    }
    return counts.errors > 0 ? 1 : 0;
  },
};

/** Runs every rule on everything in the folder; what they find is put on the files. */
export function checkContent(content: ContentFolder, published: readonly Release[], now: Date): void {
  const { settings, plans, initiatives } = content;
  const today = dayIn(settings.site.timezone, now);
  const previousStatus = new Map(published.map((release) => [release.id, release.status]));
  for (const plan of plans) checkPlan(plan, { settings, plans, initiatives, today, previousStatus });
  for (const initiative of initiatives) checkInitiative(initiative, { settings });
  checkRoadmap(content.settingsFile, { settings, today });
  checkRules(content);
}

/**
 * What publishing refuses of several plans together. Whether each by itself makes a record of a strict form, publishing alone tells: asking that of many
 * plans would take nearly as long again as the rules do.
 */
function checkShared({ plans, initiatives, settings: { site } }: ContentFolder, now: Date): void {
  refuseSharedIds(plans, initiatives, site, now);
  reportItems(plans, initiatives);
  refuseSharedAddresses(plans, site, now);
}

/** A severity for a rule that there is not would do nothing. */
function checkRules({ settings, settingsFile }: ContentFolder): void {
  const codes = catalogue.map(({ code }) => code);
  for (const code of Object.keys(settings.rules ?? {})) {
    if (codes.includes(code)) continue;
    report(settingsFile, {
      code: 'RP122',
      severity: 'warning',
      text: `Unknown rule \`${code}\` under \`rules\``,
      hint: '`slipway check --rules` prints them all.',
    });
  }
}

function parseRecordsOf(content: ContentFolder) {
  const folder = join(content.folder, 'releases');
  return parseRecords(folder, readRecordFiles(folder));
}

/** The files that were asked for, or all. */
function chooseFiles(content: ContentFolder, words: readonly string[]): VFile[] {
  const { plans, initiatives, failed } = content.translations;
  const translated = [...plans, ...initiatives].map(({ written }) => written);
  const written = [...content.plans, ...content.initiatives, ...translated, ...failed].map(
    (each) => each.file,
  );
  const { settingsFile } = content;
  const isThere = settingsFile.value !== undefined || settingsFile.messages.length > 0;
  const all = isThere ? [...written, settingsFile] : written;
  if (words.length === 0) return all;
  const named = words.flatMap((word) => {
    const path = resolve(word);
    const found = all.filter((each) => resolve(each.path) === path || isBelow(path, resolve(each.path)));
    if (found.length > 0) return found;
    throw new Problem(`\`${word}\` is no plan of \`${display(content.folder)}\`, and holds none.`, {
      hint: 'Name a file or a folder below its folder of plans, or leave the names out to check everything.',
    });
  });
  return [...new Set(named)];
}

function isBelow(folder: string, path: string): boolean {
  return path.startsWith(join(folder, sep));
}

function printCompleteness(content: ContentFolder, files: readonly VFile[]): void {
  const wanted = new Set(files);
  const unfinished = content.plans
    .filter((plan) => wanted.has(plan.file) && wasRead(plan.file))
    .map((plan) => ({ plan, ...getCompleteness(plan, content.settings.format) }))
    .filter(({ percent }) => percent < 100);
  for (const { plan, percent, sections } of unfinished) {
    const begun = plan.sections.filter((section) => !section.filled).map((section) => section.heading);
    const wanted = sections.filter((section) => !section.filled).map((section) => section.heading);
    const others = begun.filter((heading) => !isAmong(heading, wanted));
    const missing = isTold(plan.file) ? others : [...wanted, ...others];
    printLine(`${paint('bold', `${String(percent).padStart(3)} % complete`)}  ${plan.file.path}`);
    if (missing.length > 0) printLine(`                ${paint('dim', `missing: ${missing.join(', ')}`)}`);
  }
  if (unfinished.length > 0) printLine();
}

/** Of a file that cannot be read nobody knows what it lacks. */
function wasRead({ messages }: VFile): boolean {
  return !messages.some(({ ruleId, fatal }) => ruleId === 'RP130' && fatal);
}

/** What the messages above name, the list of what is missing need not repeat. */
function isTold({ messages }: VFile): boolean {
  return messages.some(({ ruleId, fatal }) => ruleId === unfilledSection.code && fatal !== undefined);
}

function isAmong(heading: string, headings: readonly string[]): boolean {
  return headings.some((each) => normaliseHeading(each) === normaliseHeading(heading));
}

function describe(content: ContentFolder, files: readonly VFile[]) {
  const plans = new Map(content.plans.map((plan) => [plan.file, plan]));
  return files.map((file) => {
    const plan = plans.get(file);
    const completeness = plan && wasRead(file) && getCompleteness(plan, content.settings.format);
    return {
      path: file.path,
      ...(completeness && {
        complete: completeness.percent,
        sections: completeness.sections.map(({ heading, filled }) => ({ heading, filled })),
      }),
      messages: describeMessages(file),
    };
  });
}

function describeRule({ code, name, severity, what, why, source, fix }: (typeof catalogue)[number]) {
  return { code, name, severity, what, why, source, fix };
}

function renderRules(): string {
  return catalogue
    .map(({ code, name, severity, what, why, fix }) =>
      [
        `${paint('bold', `${code}  ${name}`)}  ${severity}`,
        `  ${what}`,
        `  Why: ${why}`,
        `  Fix: ${fix}`,
      ].join('\n'),
    )
    .join('\n\n');
}
