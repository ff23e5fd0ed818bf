import { wordsOf } from '../../languages/languages.ts';
import { groupChanges } from '../../release/order.ts';
import type { Change, KnownIssue, Release, Step } from '../../release/release.ts';
import { foreignItem, foreignPart } from '../../release/language.ts';
import type { Site } from '../../release/site.ts';
import type { RecordPart } from '../../release/translate.ts';
import type { Status } from '../../release/vocabulary.ts';
import { formatPartialDate } from './format-date.ts';
import { availabilityOf } from './outline-availability.ts';
import { extrasOf } from './outline-extras.ts';
import {
  escapeMarkdown,
  inLanguage,
  type Item,
  linkMarkdown,
  type Outline,
  type Passage,
  section,
  texts,
} from './outline.ts';
import { statusWord } from './words.ts';

/** What customers must do comes first, then the changes by consequence, then what is known to be wrong, then who gets it. */
export function outlineRelease(release: Release, site: Site): Outline {
  const { page } = wordsOf(site);
  const of = (part: RecordPart) => foreignPart(site, release, part);
  const languageIn = (item: Change | KnownIssue) => (text: string) => foreignItem(site, release, item, text);
  const groups = groupChanges(release.changes ?? []);
  return {
    notices: notices(release, site),
    lead: texts(release.summary, undefined, of('summary')),
    sections: [
      ...section(
        page.beforeYouUpgrade,
        [
          ...inLanguage((release.upgrade ?? []).map(stepItem), of('upgrade')),
          ...(release.changes ?? []).flatMap((change) => actionItem(change, languageIn(change))),
        ],
        {
          ordered: true,
        },
      ),
      ...(release.highlights
        ? [{ heading: page.highlights, passages: texts(release.highlights, undefined, of('highlights')) }]
        : []),
      ...groups.flatMap(({ group, changes }) =>
        section(
          page.groups[group],
          changes.map((change) => changeItem(change, page, languageIn(change))),
        ),
      ),
      ...section(
        page.knownIssues,
        (release.knownIssues ?? []).map((issue) => issueItem(issue, page, languageIn(issue))),
      ),
      ...availabilityOf(release, site),
      ...extrasOf(release, site),
    ],
  };
}

function notices(release: Release, site: Site): Passage[] {
  const { status, reason, edited } = release;
  const word = statusWord(status, site);
  const { page } = wordsOf(site);
  const lead = (page.stateLeads as Partial<Record<Status, string>>)[status];
  return [
    ...(word && !reason ? texts(escapeMarkdown(lead ?? word)) : []),
    ...(word && reason
      ? inLanguage([{ label: word, markdown: reason }], foreignPart(site, release, 'reason'))
      : []),
    ...(edited
      ? inLanguage(
          [
            {
              label: page.edited(formatPartialDate(edited.on, site.locale, page.quarter), false),
              markdown: edited.note ?? '',
            },
          ],
          foreignPart(site, release, 'edited'),
        )
      : []),
  ];
}

type PageWords = ReturnType<typeof wordsOf>['page'];

export function stepItem({ text, who, link }: Step): Item {
  return {
    title: '',
    passages: [
      { markdown: text, ...(who && { label: who, isOwnLabel: true }) },
      ...texts(link && linkMarkdown(link)),
    ],
  };
}

type LanguageOf = (text: string) => string | undefined;

function actionItem({ title, action }: Change, of: LanguageOf): Item[] {
  return action ? [{ title, locale: of('title'), passages: texts(action, undefined, of('action')) }] : [];
}

function changeItem(change: Change, words: PageWords, of: LanguageOf): Item {
  return {
    title: change.title,
    locale: of('title'),
    passages: [
      ...texts(change.text, undefined, of('text')),
      ...texts(change.purpose, words.why, of('purpose')),
      ...texts(change.component && escapeMarkdown(change.component), words.componentName, of('component')),
      ...texts(change.removal && escapeMarkdown(change.removal), words.removal),
      ...texts(change.replacement, words.replacement, of('replacement')),
      ...texts(change.links?.map(linkMarkdown).join(' · '), undefined, of('links')),
    ],
  };
}

function issueItem(issue: KnownIssue, words: PageWords, of: LanguageOf): Item {
  return {
    title: issue.title,
    locale: of('title'),
    passages: [
      ...texts(issue.text, undefined, of('text')),
      ...texts(issue.affects && escapeMarkdown(issue.affects), words.affects, of('affects')),
      ...texts(issue.workaround, words.workaround, of('workaround')),
      ...texts(issue.discoveredIn && escapeMarkdown(issue.discoveredIn), words.discoveredIn),
      ...texts(issue.fixedIn && escapeMarkdown(issue.fixedIn), words.fixedIn),
    ],
  };
}
