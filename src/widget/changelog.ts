import { parseChangelogState, changelogStateAddress } from '../site/changelog-state.ts';
import { showChips } from './changelog-chips.ts';
import { readOnlyMine } from './changelog-memory.ts';

/**
 * The filters of the changelog. Each alone has a page of its own, and is a plain link; this lets them be combined. What a
 * combination needs is loaded when one is asked for.
 */
const root = document.querySelector<HTMLElement>('[data-changelog]');
const filters = document.querySelector<HTMLElement>('[data-filters]');

if (root && filters) {
  const base = root.dataset.base?.replace(/\/$/, '') ?? '';
  const mine = document.querySelector<HTMLInputElement>('[data-only-mine] input');
  let state = parseChangelogState(location.pathname.slice(base.length), location.search);
  // A product that was renamed, or mistyped, has no page and leaves nothing to choose from.
  const isOffered = (product: string) =>
    document.querySelector(`[data-filter-set] a[data-product="${CSS.escape(product)}"]`) !== null;
  if (state.product && !isOffered(state.product)) {
    const { product: _, ...rest } = state;
    state = rest;
    history.replaceState(null, '', base + changelogStateAddress(state));
  }
  if (mine && !state.mine && readOnlyMine()) {
    state = { ...state, mine: {} };
    history.replaceState(null, '', base + changelogStateAddress(state));
  }
  const load = () => import('./changelog-list.ts').then(({ startList }) => startList(root, filters, base));
  showChips(filters, state, base);
  const address = changelogStateAddress(state);
  if (location.search && address.includes('?')) void load();
  // One filter or density alone has a page of its own, and whoever writes an address may not know it.
  else if (document.documentElement.dataset.asked !== undefined) location.replace(base + address);
  const words = filters.querySelector('[data-filter-words]');
  // A word or a phone's dialog is a combination to come.
  words?.addEventListener('focus', () => void load(), { once: true });
  mine?.addEventListener('change', () => void load(), { once: true });
  filters.querySelector('[data-filter-open]')?.addEventListener('click', () => {
    void import('./changelog-dialog.ts').then(({ openDialog }) => openDialog(root, filters, base));
  });
}
