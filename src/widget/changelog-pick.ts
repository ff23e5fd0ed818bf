import type { ChangeGroup } from '../release/order.ts';
import type { ChangelogIndex } from '../site/changelog-index.ts';
import { firstOfGrowing, pageOfPlace } from '../site/pages-of.ts';
import { loadPage } from './load-page.ts';

interface Pick {
  index: ChangelogIndex;
  /** Entries on a full page of the list that they are taken from. */
  size: number;
  /** Kinds that are asked for; a card shows no others. */
  kinds: readonly ChangeGroup[];
  /** Where a page of that list stands. */
  address: (page: number) => string;
}

/**
 * The entries at some places of the whole changelog, as a list of its own. They are taken out of the pages that hold them, so
 * that an entry looks the same wherever it stands and nothing is written twice.
 */
export async function pickEntries(
  places: readonly number[],
  { index, size, kinds, address }: Pick,
): Promise<Element> {
  const first = firstOfGrowing(index.releases.length, size);
  const pages = new Map<number, Promise<Document>>();
  for (const place of places) {
    const page = pageOfPlace(place, size, first);
    if (!pages.has(page)) pages.set(page, loadPage(address(page)));
  }
  let list: Element | undefined;
  for (const place of places) {
    const page = await pages.get(pageOfPlace(place, size, first));
    const source = page?.querySelector('[data-list]');
    const entry = source?.querySelector(`[data-at="${CSS.escape(index.releases[place]?.[0] ?? '')}"]`);
    if (!source || !entry) throw new Error(`The list has no entry ${place}.`);
    list ??= document.importNode(source, false);
    shell(entry.parentElement, source, list).append(only(kinds, document.importNode(entry, true)));
  }
  if (!list) throw new Error('There is nothing to show.');
  return list;
}

/** The copy of what an entry stands in: its month with the heading, and whatever lies between. */
function shell(node: Element | null, source: Element, list: Element): Element {
  if (!node || node === source) return list;
  const parent = shell(node.parentElement, source, list);
  const last = parent.lastElementChild;
  if (last && sameShell(last, node)) return last;
  const copy = document.importNode(node, false);
  for (const child of node.children)
    if (child.matches('[data-heading], thead')) copy.append(document.importNode(child, true));
  parent.append(copy);
  return copy;
}

function sameShell(copy: Element, node: Element): boolean {
  return copy.tagName === node.tagName && copy.getAttribute('data-month') === node.getAttribute('data-month');
}

function only(kinds: readonly string[], entry: Element): Element {
  if (kinds.length === 0) return entry;
  for (const group of entry.querySelectorAll<HTMLElement>('[data-group]'))
    if (!kinds.includes(group.dataset.group ?? '')) group.remove();
  // The number of changes that are left out is that of all kinds.
  const more = entry.querySelector('[data-more]');
  more?.nextElementSibling?.removeAttribute('hidden');
  more?.remove();
  return entry;
}
