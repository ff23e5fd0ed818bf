import type { IconName } from '../site/icons.ts';
import { markLanguage } from '../site/mark-language.ts';
import type { SearchHit, SearchResults } from '../site/search-engine.ts';
import { markWords } from '../site/search-mark.ts';
import { formatNumber } from '../site/numbers.ts';
import { searchStrings as strings } from '../site/search-strings.ts';
import { toneOf } from '../site/tone.ts';
import { makeIcon } from './icon.ts';
import { make } from './search-elements.ts';

export interface ViewOptions {
  /** Where the site begins, with a slash at its end. */
  base: string;
  /** Where all results stand, for groups that show only some. */
  allResults?: string;
}

/** The groups of results as a list of links each. */
export function viewResults({ groups }: SearchResults, options: ViewOptions): HTMLElement[] {
  return groups.map(({ group, total, hits }) =>
    make(
      'section',
      { class: 'find-group' },
      make(
        'h2',
        { class: 'label' },
        strings.groups[group],
        ' ',
        make('span', { class: 'count' }, formatNumber(total, document.documentElement.lang)),
      ),
      make('ul', {}, ...hits.map((hit) => make('li', {}, viewHit(hit, options)))),
      total > hits.length &&
        make(
          'p',
          { class: 'find-more' },
          options.allResults
            ? make('a', { href: options.allResults }, strings.more(total - hits.length))
            : strings.more(total - hits.length),
        ),
    ),
  );
}

/** What a link to a result leads to. */
export const hitOf = new WeakMap<Element, SearchHit>();

function viewHit(hit: SearchHit, { base }: ViewOptions): HTMLElement {
  const link = make(
    'a',
    { class: 'find-hit', href: base + hit.address.slice(1) },
    make(
      'span',
      { class: 'find-title' },
      viewKind(hit),
      make('span', markLanguage(hit.titleLocale), ...viewMarked(hit.title, hit)),
    ),
    ' ',
    make('span', { class: 'find-meta' }, ...viewMeta(hit)),
    hit.excerpt !== '' &&
      make(
        'span',
        { class: 'find-excerpt', ...markLanguage(hit.excerptLocale) },
        ' ',
        ...viewMarked(hit.excerpt, hit),
      ),
  );
  hitOf.set(link, hit);
  return link;
}

function viewKind({ kind, state, in: group }: SearchHit): Node | undefined {
  if (kind) return badge(strings.kinds[kind], `kind-${kind}`, kind);
  if (group === 'issues') return badge(strings.issue, 'kind-issue', 'issue');
  const word = state && (strings.states as Partial<Record<typeof state, string>>)[state];
  return word ? badge(word, `tone-${toneOf(state)}`, toneOf(state)) : undefined;
}

function badge(word: string, look: string, icon: IconName): HTMLElement {
  return make('span', { class: `badge ${look}` }, makeIcon(icon), word);
}

function viewMeta(hit: SearchHit): (Node | string)[] {
  const name = [hit.product?.name, hit.version].filter(Boolean).join(' ');
  const day =
    hit.day && make('time', { dateTime: hit.day }, dayFormat().format(new Date(`${hit.day}T00:00:00Z`)));
  return [...viewMarked(name, hit), name && day ? ' · ' : '', day];
}

/** The words of a text, marked where the result was found by them. */
export function viewMarked(text: string, { terms }: SearchHit): (Node | string)[] {
  return markWords(text, terms).map((piece) => (piece.marked ? make('mark', {}, piece.text) : piece.text));
}

let format: Intl.DateTimeFormat | undefined;

function dayFormat(): Intl.DateTimeFormat {
  return (format ??= new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  }));
}
