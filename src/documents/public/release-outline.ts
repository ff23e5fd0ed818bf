import { wordsOf } from '../../languages/languages.ts';
import { groupChanges } from '../../release/order.ts';
import type { Change, KnownIssue, Release, Step } from '../../release/release.ts';
import type { Site } from '../../release/site.ts';
import { formatPartialDate } from './format-date.ts';
import { availabilityOf } from './outline-availability.ts';
import { extrasOf } from './outline-extras.ts';
import {
  escapeMarkdown,
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
  const groups = groupChanges(release.changes ?? []);
  return {
    notices: notices(release, site),
    lead: texts(release.summary),
    sections: [
      ...section(
        page.beforeYouUpgrade,
        [...(release.upgrade ?? []).map(stepItem), ...actions(release.changes ?? [])],
        {
          ordered: true,
        },
      ),
      ...(release.highlights ? [{ heading: page.highlights, passages: texts(release.highlights) }] : []),
      ...groups.flatMap(({ group, changes }) =>
        section(
          page.groups[group],
          changes.map((change) => changeItem(change, page)),
        ),
      ),
      ...section(
        page.knownIssues,
        (release.knownIssues ?? []).map((issue) => issueItem(issue, page)),
      ),
      ...availabilityOf(release, site),
      ...extrasOf(release, site),
    ],
  };
}

function notices({ status, reason, edited }: Release, site: Site): Passage[] {
  const word = statusWord(status, site);
  const { page } = wordsOf(site);
  return [
    ...(word ? [{ label: word, markdown: reason ?? '' }] : []),
    ...(edited
      ? [
          {
            label: page.edited(formatPartialDate(edited.on, site.locale, page.quarter), false),
            markdown: edited.note ?? '',
          },
        ]
      : []),
  ];
}

type PageWords = ReturnType<typeof wordsOf>['page'];

function stepItem({ text, who, link }: Step): Item {
  return { title: '', passages: [...texts(text, who), ...texts(link && linkMarkdown(link))] };
}

function actions(changes: readonly Change[]): Item[] {
  return changes.flatMap(({ title, action }) => (action ? [{ title, passages: texts(action) }] : []));
}

function changeItem(change: Change, words: PageWords): Item {
  return {
    title: change.title,
    passages: [
      ...texts(change.text),
      ...texts(change.purpose, words.why),
      ...texts(change.component && escapeMarkdown(change.component), words.componentName),
      ...texts(change.removal && escapeMarkdown(change.removal), words.removal),
      ...texts(change.replacement, words.replacement),
      ...texts(change.links?.map(linkMarkdown).join(' · ')),
    ],
  };
}

function issueItem(issue: KnownIssue, words: PageWords): Item {
  return {
    title: issue.title,
    passages: [
      ...texts(issue.text),
      ...texts(issue.affects && escapeMarkdown(issue.affects), words.affects),
      ...texts(issue.workaround, words.workaround),
      ...texts(issue.discoveredIn && escapeMarkdown(issue.discoveredIn), words.discoveredIn),
      ...texts(issue.fixedIn && escapeMarkdown(issue.fixedIn), words.fixedIn),
    ],
  };
}
