import { type Reader, readerFacts } from '../release/availability-verdict.ts';
import { type ChangeGroup, changeGroups } from '../release/order.ts';
import { changelogAddress, type ChangelogView, changelogViews } from './changelog-addresses.ts';

/** What a reader asks the changelog for. It stands in the address, so that reload, back and a shared link keep it. */
export interface ChangelogState {
  product?: string;
  /** In page order; a release matches that has changes of any of them. */
  kinds: ChangeGroup[];
  q: string;
  /** Only what the reader has. Says who that is where somebody shared it, and is empty where their own browser knows. */
  mine?: Reader;
  view: ChangelogView;
  /** From 1. */
  page: number;
}

/**
 * Reads the address of a page of the changelog, below the site's base: `/changelog/kind/fixed/`, `/changelog/?kind=new,fixed&q=x`.
 * What it does not know it leaves out. A month is no filter: it reads as everything.
 */
export function parseChangelogState(pathname: string, search: string): ChangelogState {
  const path = pathname.replace(/^\/changelog\//, '');
  const asked = new URLSearchParams(search);
  const kinds = [...(asked.get('kind')?.split(',') ?? []), /^kind\/([^/]+)\//.exec(path)?.[1]];
  const page = Number(asked.get('page') ?? /(?:^|\/)page\/(\d+)\/$/.exec(path)?.[1]);
  const product = asked.get('product') || /^product\/([^/]+)\//.exec(path)?.[1];
  return {
    ...(product ? { product } : {}),
    kinds: changeGroups.filter((group) => kinds.includes(group)),
    q: asked.get('q')?.trim() ?? '',
    ...(asked.has('mine') ? { mine: readerOf(asked) } : {}),
    view: changelogViews.find((view) => view === (asked.get('view') ?? path.split('/')[0])) ?? 'cards',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The one address of a state: a page of its own where there is one, else a query. */
export function changelogStateAddress(state: ChangelogState): string {
  const single = singleAddress(state);
  if (single) return single;
  const { product, kinds, q, mine, view, page } = state;
  const query = new URLSearchParams({
    ...(product ? { product } : {}),
    ...(kinds.length > 0 ? { kind: kinds.join(',') } : {}),
    ...(q ? { q } : {}),
    ...(mine ? { mine: 'yes', ...mine } : {}),
    ...(view === 'cards' ? {} : { view }),
    ...(page > 1 ? { page: String(page) } : {}),
  });
  return `/changelog/?${String(query).replaceAll('%2C', ',')}`;
}

/** The page of its own that says nearest the same: what search engines and feeds go by. */
export function nearestChangelogAddress({ product, kinds }: ChangelogState): string {
  if (product) return changelogAddress({ kind: 'product', product });
  const [group] = kinds;
  return changelogAddress(group && kinds.length === 1 ? { kind: 'group', group } : { kind: 'all' });
}

/** How many filters are set. */
export function countFilters({ product, kinds, q, mine }: ChangelogState): number {
  return kinds.length + (product ? 1 : 0) + (q ? 1 : 0) + (mine ? 1 : 0);
}

/** The state with a kind or product put in or taken out again; counting begins at the first page. */
export function toggleKind(state: ChangelogState, kind: ChangeGroup | undefined): ChangelogState {
  const has = (group: ChangeGroup) => state.kinds.includes(group) !== (group === kind);
  return { ...state, kinds: kind ? changeGroups.filter(has) : [], page: 1 };
}

export function toggleProduct({ product: old, ...state }: ChangelogState, product: string): ChangelogState {
  return { ...state, ...(old === product ? {} : { product }), page: 1 };
}

function singleAddress(state: ChangelogState): string | undefined {
  const { product, kinds, q, mine, view, page } = state;
  const filters = countFilters(state);
  const [group] = kinds;
  if (q || mine || filters > 1) return undefined;
  if (filters === 0) return changelogAddress({ kind: 'all', view }, page);
  if (view !== 'cards') return undefined;
  if (product) return changelogAddress({ kind: 'product', product }, page);
  return group && changelogAddress({ kind: 'group', group }, page);
}

function readerOf(asked: URLSearchParams): Reader {
  return Object.fromEntries(
    readerFacts.flatMap((fact) => (asked.get(fact) ? [[fact, asked.get(fact)]] : [])),
  );
}
