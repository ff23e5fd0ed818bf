import { groupChanges } from '../../release/order.ts';
import type { Change, KnownIssue, Release, Step } from '../../release/release.ts';
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
import { groupWords, statusWords } from './words.ts';

/** What customers must do comes first, then the changes by consequence, then what is known to be wrong, then who gets it. */
export function outlineRelease(release: Release): Outline {
  const groups = groupChanges(release.changes ?? []);
  return {
    notices: notices(release),
    lead: texts(release.summary),
    sections: [
      ...section(
        'Before you upgrade',
        [...(release.upgrade ?? []).map(stepItem), ...actions(release.changes ?? [])],
        {
          ordered: true,
        },
      ),
      ...(release.highlights ? [{ heading: 'Highlights', passages: texts(release.highlights) }] : []),
      ...groups.flatMap(({ group, changes }) => section(groupWords[group], changes.map(changeItem))),
      ...section('Known issues', (release.knownIssues ?? []).map(issueItem)),
      ...availabilityOf(release),
      ...extrasOf(release),
    ],
  };
}

function notices({ status, reason, edited }: Release): Passage[] {
  const word = statusWords[status];
  return [
    ...(word ? [{ label: word, markdown: reason ?? '' }] : []),
    ...(edited ? [{ label: `Edited ${edited.on}`, markdown: edited.note ?? '' }] : []),
  ];
}

function stepItem({ text, who, link }: Step): Item {
  return { title: '', passages: [...texts(text, who), ...texts(link && linkMarkdown(link))] };
}

function actions(changes: readonly Change[]): Item[] {
  return changes.flatMap(({ title, action }) => (action ? [{ title, passages: texts(action) }] : []));
}

function changeItem(change: Change): Item {
  return {
    title: change.title,
    passages: [
      ...texts(change.text),
      ...texts(change.purpose, 'Why'),
      ...texts(change.component && escapeMarkdown(change.component), 'Component'),
      ...texts(change.removal && escapeMarkdown(change.removal), 'Ends'),
      ...texts(change.replacement, 'Instead'),
      ...texts(change.links?.map(linkMarkdown).join(' · ')),
    ],
  };
}

function issueItem(issue: KnownIssue): Item {
  return {
    title: issue.title,
    passages: [
      ...texts(issue.text),
      ...texts(issue.affects && escapeMarkdown(issue.affects), 'Affects'),
      ...texts(issue.workaround, 'Workaround'),
      ...texts(issue.discoveredIn && escapeMarkdown(issue.discoveredIn), 'Discovered in'),
      ...texts(issue.fixedIn && escapeMarkdown(issue.fixedIn), 'Fixed in'),
    ],
  };
}
