import type { Passed } from '../release/compare-changes.ts';
import type { Consequence } from '../release/compare-consequences.ts';
import { labelOf } from '../release/compare-line.ts';
import type { Comparison } from '../release/compare.ts';
import type { IssueLife } from '../release/issue-life.ts';
import { groupOf } from '../release/order.ts';
import { renderComparisonNotes, renderComparisonSentence } from '../documents/public/comparison-words.ts';
import type { IndexedRelease } from '../site/compare-file.ts';
import { compareStrings as strings } from '../site/compare-strings.ts';
import { markLanguage } from '../site/mark-language.ts';
import { groupByConsequence } from '../site/compare-view.ts';
import { formatNumber } from '../site/numbers.ts';
import { loadTexts } from './compare-texts.ts';
import { makeIcon } from './icon.ts';
import { make } from './search-elements.ts';

/** Changes whose texts are loaded before anybody asks. */
const MOST_OPENED = 24;

type Shown = Comparison<IndexedRelease>;
/** What stands in a line, and its language where that is not the one of the site. */
type Titled = { title: string; locale?: string };

/**
 * A comparison as elements.
 * @param base where the site begins, with a slash at its end
 * @param loading gets what the elements still wait for
 */
export function viewComparison(comparison: Shown, base: string, loading: Promise<unknown>[] = []): Node[] {
  const { from, to, counts, removals, components, undone, direction } = comparison;
  const ends = [labelOf(from), labelOf(to)] as const;
  const groups =
    direction === 'down'
      ? [viewChanges('behaviour', strings.lost, comparison.changes, base, loading)]
      : groupByConsequence(comparison).map(({ consequence, changes }) =>
          viewChanges(consequence, strings.consequences[consequence], changes, base, loading),
        );
  return [
    make('p', { class: 'compare-sentence' }, renderComparisonSentence(comparison, strings)),
    ...renderComparisonNotes(comparison, strings).map((note) => make('p', { class: 'compare-note' }, note)),
    ...(counts.changes === 0 && direction !== 'same' ? [quiet(strings.nothing(...ends))] : []),
    ...(counts.changes > 0 && counts.breaking === 0 ? [quiet(strings.noBreaking(...ends))] : []),
    ...viewSteps(comparison, base, loading),
    ...(counts.changes > 0 ? groups : []),
    ...viewLines(
      strings.removals,
      removals.map(({ announced, release, day }) => [
        announced.change,
        `${strings.announcedIn(labelOf(announced.release))}, ${release ? strings.removedIn(labelOf(release)) : strings.endedOn(day ?? '')}`,
      ]),
    ),
    ...viewLines(strings.stillOpen, comparison.openIssues.map(issueLine), `${base}known-issues/`),
    ...viewLines(strings.mended, comparison.fixedIssues.map(issueLine)),
    ...viewLines(
      strings.components,
      components.map((each) => [{ title: each.name }, strings.step(each.from ?? '–', each.to ?? '–')]),
    ),
    ...viewLines(
      strings.undone,
      undone.map(({ change, release, by }) => [change, `${labelOf(release)} – ${labelOf(by)}`]),
    ),
  ];
}

function viewSteps({ releases, steps }: Shown, base: string, loading: Promise<unknown>[]): Node[] {
  if (steps.length === 0) return [];
  const list = make('ol', { class: 'compare-steps' });
  const own = releases.filter((release) => steps.some((step) => step.release === release));
  const filled = Promise.all(own.map(async (release) => ({ release, texts: await loadTexts(base, release) })))
    .then((loaded) => {
      const items = loaded.flatMap(({ release, texts }) =>
        texts.steps
          .filter((_, place) =>
            steps.some((each) => each.release === release && each.step === release.upgrade?.[place]),
          )
          .map((step) => make('li', {}, step, versionTag(release, base))),
      );
      list.replaceChildren(...items);
    })
    .catch(() => list.replaceChildren(make('li', {}, strings.failed)));
  loading.push(filled);
  return [part(strings.todo, steps.length, 'compared compared-todo', list)];
}

function viewChanges(
  consequence: Consequence,
  title: string,
  changes: readonly Passed<IndexedRelease>[],
  base: string,
  loading: Promise<unknown>[],
): HTMLElement {
  const items = changes.map((passed, at) =>
    viewChange(passed, base, consequence === 'action' && at < MOST_OPENED ? loading : undefined),
  );
  return part(
    title,
    changes.length,
    `compared compared-${consequence}`,
    make('ul', { class: 'change-list' }, ...items),
  );
}

/** What asks for something is told at once, anything else when it is opened. */
function viewChange(
  { change, release }: Passed<IndexedRelease>,
  base: string,
  loading: Promise<unknown>[] | undefined,
): HTMLElement {
  const group = groupOf(change);
  const title = make('span', { class: 'compare-title', ...markLanguage(change.locale) }, change.title);
  const badge = make('span', { class: `badge kind-${group}` }, makeIcon(group), strings.groups[group]);
  const tag = versionTag(release, base);
  const details = make('details', { open: loading !== undefined }, make('summary', {}, title));
  const place = (change as NonNullable<IndexedRelease['changes']>[number]).place;
  const fill = () =>
    loadTexts(base, release)
      .then(({ changeAt }) => {
        const texts = changeAt(place);
        if (!texts) return;
        title.replaceChildren(...texts.title);
        tag.setAttribute('href', `${base + release.address.slice(1)}#${texts.id}`);
        details.append(...(texts.body.length > 0 ? texts.body : [quiet(strings.noText)]));
      })
      .catch(() => details.append(quiet(strings.failed)));
  if (loading) loading.push(fill());
  else details.addEventListener('toggle', () => void fill(), { once: true });
  return make('li', { class: 'change' }, make('div', { class: 'change-title' }, badge, details, tag));
}

function versionTag(release: IndexedRelease, base: string): HTMLAnchorElement {
  return make('a', { class: 'tag', href: base + release.address.slice(1) }, labelOf(release));
}

function issueLine({ issue, fixes }: IssueLife<IndexedRelease>): [Titled, string, string] {
  return [issue, fixes.length > 0 ? strings.mendedIn(fixes.join(', ')) : '', issue.id];
}

/** @param register where lines with an anchor lead */
function viewLines(
  title: string,
  lines: readonly (readonly [of: Titled, fact: string, anchor?: string])[],
  register?: string,
): Node[] {
  if (lines.length === 0) return [];
  const items = lines.map(([{ title: text, locale }, fact, anchor]) =>
    make(
      'li',
      { class: 'change bare' },
      anchor && register
        ? make('a', { href: `${register}#${anchor}`, ...markLanguage(locale) }, text)
        : make('span', markLanguage(locale), text),
      make('span', { class: 'quiet' }, fact),
    ),
  );
  return [part(title, lines.length, 'compared', make('ul', { class: 'change-list' }, ...items))];
}

function part(title: string, count: number, look: string, list: HTMLElement): HTMLElement {
  return make(
    'section',
    { class: look },
    make(
      'h2',
      {},
      title,
      ' ',
      make('span', { class: 'count' }, formatNumber(count, document.documentElement.lang)),
    ),
    list,
  );
}

function quiet(text: string): HTMLElement {
  return make('p', { class: 'quiet' }, text);
}
