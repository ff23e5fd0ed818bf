import type { ChangeGroup } from '../release/order.ts';
import type { Status } from '../release/vocabulary.ts';
import type { SearchFile } from './search-file.ts';

export const resultGroups = ['releases', 'changes', 'roadmap', 'issues'] as const;
export type ResultGroup = (typeof resultGroups)[number];

/** One thing that can be found, as a result shows it. */
export interface SearchRow {
  in: ResultGroup;
  title: string;
  excerpt: string;
  /** Below the site's base. */
  address: string;
  /** Id and name; absent where it belongs to no product. */
  product: SearchFile['products'][number] | undefined;
  /** The version of its release. */
  version: string;
  day: string;
  kind?: ChangeGroup;
  state?: Status;
}

/** The columns of the index as rows, in the order in which the index counts its documents. */
export function searchRows(file: SearchFile): SearchRow[] {
  const releases = file.releases.title.map((title, place): SearchRow => {
    const { product, label, day, address, excerpt, state } = file.releases;
    return {
      in: 'releases',
      title,
      excerpt: excerpt[place] ?? '',
      address: address[place] ?? '/',
      product: file.products[product[place] ?? -1],
      version: label[place] ?? '',
      day: day[place] ?? '',
      state: state[place],
    };
  });
  const part = (column: SearchFile['issues'], place: number) => {
    const release = releases[column.release[place] ?? -1];
    return {
      title: column.title[place] ?? '',
      excerpt: column.excerpt[place] ?? '',
      address: `${release?.address ?? '/'}#${column.id[place] ?? ''}`,
      product: release?.product,
      version: release?.version ?? '',
      day: release?.day ?? '',
    };
  };
  return [
    ...releases,
    ...file.changes.title.map((_, place): SearchRow => {
      return {
        in: 'changes',
        ...part(file.changes, place),
        kind: file.groups[file.changes.group[place] ?? -1],
      };
    }),
    ...file.issues.title.map((_, place): SearchRow => ({ in: 'issues', ...part(file.issues, place) })),
    ...file.roadmap.title.map((title, place): SearchRow => {
      const { product, address, excerpt } = file.roadmap;
      return {
        in: 'roadmap',
        title,
        excerpt: excerpt[place] ?? '',
        address: address[place] ?? '/roadmap/',
        product: file.products[product[place] ?? -1],
        version: '',
        day: '',
      };
    }),
  ];
}
