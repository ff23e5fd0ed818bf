import type { ChangeGroup } from '../release/order.ts';
import { type ChangelogView, changelogViews } from '../site/changelog-addresses.ts';
import type { FilteredChangelog } from '../site/changelog-index.ts';
import {
  type ChangelogState,
  changelogStateAddress,
  countFilters,
  toggleKind,
  toggleProduct,
} from '../site/changelog-state.ts';

/** Lets every chip say whether it is set, lead to the state without or with it, and count what that would show. */
export function showChips(
  filters: HTMLElement,
  state: ChangelogState,
  base: string,
  found?: FilteredChangelog,
): void {
  for (const chip of filters.ownerDocument.querySelectorAll<HTMLAnchorElement>('[data-filter-set] a')) {
    const next = nextState(state, chip);
    if (!next) continue;
    chip.href = base + changelogStateAddress(next);
    const isSet = isSetIn(state, chip);
    if (isSet) chip.setAttribute('aria-current', 'true');
    else chip.removeAttribute('aria-current');
    showCount(chip, found);
  }
  const count = filters.querySelector('[data-filter-count]');
  const set = countFilters(state);
  if (count) count.textContent = set > 0 ? `(${set})` : '';
}

/** The state that a chip stands for; `undefined` for other links. */
export function nextState(state: ChangelogState, { dataset }: HTMLElement): ChangelogState | undefined {
  const { kind, product, view } = dataset;
  if (kind !== undefined) return toggleKind(state, (kind || undefined) as ChangeGroup | undefined);
  if (product !== undefined) return toggleProduct(state, product);
  const known = changelogViews.find((each) => each === view);
  return known ? { ...state, view: known satisfies ChangelogView, page: 1 } : undefined;
}

function isSetIn(state: ChangelogState, { dataset: { kind, product, view } }: HTMLElement): boolean {
  if (kind !== undefined)
    return kind === '' ? state.kinds.length === 0 : state.kinds.includes(kind as ChangeGroup);
  return product === undefined ? state.view === view : state.product === product;
}

function showCount(chip: HTMLElement, found: FilteredChangelog | undefined): void {
  const count = chip.querySelector<HTMLElement>('.count');
  if (!count) return;
  const { kind, product } = chip.dataset;
  const own = kind ? found?.kinds[kind as ChangeGroup] : found?.products[product ?? ''];
  const text = own?.toLocaleString(document.documentElement.lang) ?? count.dataset.own;
  if (text === undefined || text === count.textContent?.trim()) return;
  // A smaller number must not move the chips behind it.
  chip.style.minInlineSize ||= `${chip.offsetWidth}px`;
  count.textContent = text;
  chip.classList.toggle('none', text === '0');
}
