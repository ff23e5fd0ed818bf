import { wordsOf } from '../../languages/languages.ts';
import { formatLanguage } from '../../languages/tags.ts';
import { initiativeAddress, releaseAddress } from '../../release/address.ts';
import { foreignText } from '../../release/language.ts';
import type { Initiative, Release } from '../../release/release.ts';
import type { Site } from '../../release/site.ts';
import { isShipped } from '../../release/vocabulary.ts';
import { countFitting } from './fitting.ts';
import { renderExcerpt } from './plain-text.ts';
import { oneLine } from './one-line.ts';
import { renderReleaseMarkdown } from './release-markdown.ts';
import { releaseName } from './release-name.ts';
import { siteUrl } from './site-url.ts';

/** What assistants are told of; `releases` newest first. */
export interface LlmsContent {
  site: Site;
  releases: readonly Release[];
  initiatives: readonly Initiative[];
}

/** A list that is longer is read by nobody at once; everything else is in `releases.json`. */
const MOST_LINKS = 50;
/** The weight is in changes. The newest release is told whatever it has. */
const TEXTS = { most: 200, least: 1, weight: 2_000 };

/** Of all releases, those that `llms.txt` leads to. */
export function chooseLinked(releases: readonly Release[]): Release[] {
  const shipped = releases.filter(({ status }) => isShipped(status)).slice(0, MOST_LINKS);
  return [...shipped, ...releases.filter(({ status }) => !isShipped(status) && status !== 'cancelled')];
}

/** `llms.txt` (llmstxt.org): what there is on this site and where its plain text stands. */
export function renderLlms({ site, releases, initiatives }: LlmsContent): string {
  const { page, documents } = wordsOf(site);
  const words = documents.llms;
  const linked = chooseLinked(releases);
  const shipped = linked.filter(({ status }) => isShipped(status));
  const coming = linked.filter(({ status }) => !isShipped(status));
  return parts([
    ...head(site),
    words.lead,
    list(words.products, [
      ...site.products.map(({ id, name, description }) =>
        entry(name, siteUrl(site, `/changelog/product/${id}/`), description),
      ),
    ]),
    list(
      words.latest,
      shipped.map((release) => releaseEntry(release, site)),
    ),
    list(page.roadmap, [
      ...initiatives.map((initiative) =>
        entry(
          initiative.title,
          siteUrl(site, initiativeAddress(initiative)),
          [languageOf(initiative, site), initiative.outcome ?? initiative.problem].filter(Boolean).join(': '),
        ),
      ),
      ...coming.map((release) => releaseEntry(release, site)),
    ]),
    list(page.registers, [
      entry(page.knownIssues, siteUrl(site, '/known-issues/'), words.knownIssues),
      entry(page.deprecations, siteUrl(site, '/deprecations/'), words.deprecations),
      entry(page.maintenance, siteUrl(site, '/maintenance/'), words.maintenance),
    ]),
    list(words.optional, [
      entry(words.text, siteUrl(site, '/llms-full.txt'), words.textAbout),
      entry(words.data, siteUrl(site, '/releases.json'), words.dataAbout),
      entry(words.schema, siteUrl(site, '/schema/releases.json')),
      entry(words.feed, siteUrl(site, '/atom.xml'), words.feedAbout),
      entry(page.calendar, siteUrl(site, '/calendar.ics'), words.calendarAbout),
    ]),
  ]);
}

/** The releases whose texts are told at once, and how many there are. */
export interface FullTexts {
  releases: readonly Release[];
  total: number;
}

/** @param shipped newest first */
export function chooseFullTexts(shipped: readonly Release[]): FullTexts {
  const count = countFitting(shipped, ({ changes = [] }) => changes.length, TEXTS);
  return { releases: shipped.slice(0, count), total: shipped.length };
}

/** `llms-full.txt`: the texts themselves, newest first. */
export function renderLlmsFull({ releases, total }: FullTexts, site: Site): string {
  return parts([
    ...head(site),
    total > releases.length &&
      wordsOf(site).documents.llms.part(releases.length, total, siteUrl(site, '/releases.json')),
    ...releases.map((release) => renderReleaseMarkdown(release, site, { level: 2 }).trim()),
  ]);
}

function head(site: Site): (string | undefined)[] {
  return [
    `# ${escapeInline(oneLine(site.name))}`,
    site.tagline && `> ${escapeInline(oneLine(site.tagline))}`,
  ];
}

function list(heading: string, entries: string[]): string | undefined {
  return entries.length > 0 ? `## ${heading}\n\n${entries.join('\n')}` : undefined;
}

function releaseEntry(release: Release, site: Site): string {
  const page = siteUrl(site, releaseAddress(release, site.products.length > 1));
  const about = [release.released, languageOf(release, site), release.summary].filter(Boolean).join(': ');
  return entry(releaseName(release, site), `${page}index.md`, about);
}

/** What a title is in, where that is not the language of the site. */
function languageOf(record: { locale?: string }, site: Site): string | undefined {
  const locale = foreignText(site, record);
  return locale && formatLanguage(locale, site.locale);
}

function entry(title: string, url: string, about?: string): string {
  const text = about && escapeInline(renderExcerpt(about, 200));
  return `- [${escapeInline(oneLine(title))}](${url})${text ? `: ${text}` : ''}`;
}

function parts(texts: (string | false | undefined)[]): string {
  return `${texts.filter(Boolean).join('\n\n')}\n`;
}

/** Only what means something in the middle of a line: these files are read as they stand. */
function escapeInline(text: string): string {
  return text.replace(/[\\`*_[\]<>&~|]/g, String.raw`\$&`);
}
