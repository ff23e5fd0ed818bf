import { type ChangelogView, changelogViews } from '../site/changelog-addresses.ts';
import type { ChangelogIndex, FilteredChangelog } from '../site/changelog-index.ts';
import {
  type ChangelogState,
  changelogStateAddress,
  countFilters,
  nearestChangelogAddress,
  parseChangelogState,
} from '../site/changelog-state.ts';
import { readerStrings as strings } from '../site/reader-strings.ts';
import { nextState, showChips } from './changelog-chips.ts';
import { findReleases } from './changelog-find.ts';
import { writeOnlyMine } from './changelog-memory.ts';
import { showMine, startMine } from './changelog-mine.ts';
import { pickEntries } from './changelog-pick.ts';
import { make } from './search-elements.ts';

let started: Promise<ChangelogIndex> | undefined;

/** Makes the page show whatever combination its address asks for. Called more than once, it goes on with the first. */
export function startList(root: HTMLElement, filters: HTMLElement, base: string): Promise<ChangelogIndex> {
  return (started ??= start(root, filters, base));
}

async function start(root: HTMLElement, filters: HTMLElement, base: string): Promise<ChangelogIndex> {
  const page = document.documentElement;
  const own = location.pathname;
  const index = await fetch(root.dataset.index ?? '').then(
    (response) => response.json() as Promise<ChangelogIndex>,
  );
  const sizes = root.dataset.sizes?.split(' ').map(Number) ?? [];
  let turn = 0;
  let state = parseChangelogState(own.slice(base.length), location.search);
  startMine(
    base,
    () => state,
    (next) => go(next, 'push'),
  );
  await show().catch(giveUp);

  const words = filters.ownerDocument.querySelector<HTMLInputElement>('[data-filter-words]');
  if (words) {
    words.value ||= state.q;
    words.form?.addEventListener('submit', (event) => event.preventDefault());
    let rest: ReturnType<typeof setTimeout> | undefined;
    words.addEventListener('input', () => {
      clearTimeout(rest);
      // In the dialog it waits with the others until it is applied.
      if (words.closest('dialog')) return;
      rest = setTimeout(() => go({ ...state, q: words.value.trim(), page: 1 }, 'replace'), 120);
    });
    // What was typed while this was on its way.
    if (words.value.trim() !== state.q) words.dispatchEvent(new Event('input'));
  }
  // On the page of all releases a combination follows on another without loading a page.
  filters.addEventListener('click', (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    const chip = event.target instanceof Element && event.target.closest<HTMLElement>('a');
    const next = chip && isPlain ? nextState(state, chip) : undefined;
    if (!next || own !== `${base}/changelog/` || !changelogStateAddress(next).includes('?')) return;
    event.preventDefault();
    go(next, 'push');
  });
  addEventListener('popstate', () => {
    if (location.pathname !== own) return location.reload();
    state = parseChangelogState(own.slice(base.length), location.search);
    if (words) words.value = state.q;
    void show().catch(giveUp);
  });
  return index;

  function go(next: ChangelogState, how: 'push' | 'replace'): void {
    state = next;
    history[`${how}State`](null, '', base + changelogStateAddress(state));
    void show().catch(giveUp);
  }

  async function show(): Promise<void> {
    const mine = ++turn;
    showMine(state);
    const found = await findReleases(index, state, base);
    if (mine !== turn) return;
    showChips(filters, state, base, found);
    showNearest(filters, state, base);
    const status = document.querySelector<HTMLElement>('[data-found]');
    const isAsked = changelogStateAddress(state).includes('?');
    if (isAsked) {
      const list = await viewFound(found);
      if (mine !== turn) return;
      root.querySelector('[data-asked-list]')?.replaceChildren(...list);
      if (status) status.replaceChildren(...viewCount(found));
    } else if (status) status.textContent = '';
    page.toggleAttribute('data-asked', isAsked);
  }

  async function viewFound({ places }: FilteredChangelog): Promise<Node[]> {
    if (places.length === 0)
      return [
        make(
          'div',
          { class: 'empty' },
          make('p', { class: 'empty-title' }, strings.nothingMatches),
          make('p', {}, clearLink()),
        ),
      ];
    const size = sizeOf(state.view);
    const pages = Math.ceil(places.length / size);
    const shown = places.slice((state.page - 1) * size, state.page * size);
    const list = await pickEntries(shown, {
      index,
      size,
      kinds: state.kinds,
      address: (at) => base + changelogStateAddress({ kinds: [], q: '', view: state.view, page: at }),
    });
    return [list, ...viewPages(pages)];
  }

  function viewPages(pages: number): Node[] {
    if (pages < 2) return [];
    const link = (page: number, text: string, rel: string) =>
      make('a', { href: base + changelogStateAddress({ ...state, page }), rel }, text);
    return [
      make(
        'nav',
        { class: 'pagination', ariaLabel: strings.pagination },
        state.page > 1 && link(state.page - 1, strings.newer, 'prev'),
        make('span', {}, strings.pageOf(state.page, pages)),
        state.page < pages && link(state.page + 1, strings.older, 'next'),
      ),
    ];
  }

  function viewCount({ places }: FilteredChangelog): Node[] {
    const filters = countFilters(state);
    return [
      make('span', {}, strings.countOfReleases(places.length)),
      ...(filters > 0 && places.length > 0 ? [clearLink()] : []),
    ];
  }

  function clearLink(): HTMLElement {
    const cleared: ChangelogState = { kinds: [], q: '', view: state.view, page: 1 };
    return make(
      'a',
      { href: base + changelogStateAddress(cleared), onclick: () => writeOnlyMine(false) },
      strings.clearFilters(countFilters(state)),
    );
  }

  function sizeOf(view: ChangelogView): number {
    return sizes[changelogViews.indexOf(view)] ?? 20;
  }

  /** The whole list is better than none. */
  function giveUp(): void {
    delete page.dataset.asked;
    const status = document.querySelector<HTMLElement>('[data-found]');
    if (status) status.textContent = strings.filtersFailed;
  }
}

/** What search engines and readers of feeds should take for this state: the nearest page of its own. */
function showNearest(filters: HTMLElement, state: ChangelogState, base: string): void {
  const nearest = base + nearestChangelogAddress(state);
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
  if (canonical) canonical.href = new URL(nearest, canonical.href).href;
  const isWhole = nearest === `${base}/changelog/`;
  for (const feed of document.querySelectorAll<HTMLAnchorElement>('[data-feed]')) {
    feed.href = (isWhole ? `${base}/` : nearest) + (feed.dataset.feed ?? '');
  }
  // A combination has no feed of its own, so the page says which one it offers.
  const [, axis, id = ''] = /\/(product|kind)\/([^/]+)\/$/.exec(nearest) ?? [];
  const chip = axis && filters.querySelector(`[data-${axis}="${CSS.escape(id)}"]`);
  const name = [...((chip && chip.childNodes) || [])]
    .map((node) => (node instanceof Text ? node.data : ''))
    .join('');
  for (const place of document.querySelectorAll<HTMLElement>('[data-feed-name]')) {
    place.textContent = isWhole ? '' : name.trim();
  }
}
