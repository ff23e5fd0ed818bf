import { type Comparable, describeLines, type Line } from '../release/compare-line.ts';
import { type CompareFile, type IndexedRelease, readProduct } from '../site/compare-file.ts';
import { askOnce } from './ask-once.ts';

export interface LoadedIndex {
  products: CompareFile['products'];
  lines: Line<IndexedRelease>[];
}

/** @throws {Error} where the index does not answer */
export async function loadIndex(url: string, severalProducts: boolean): Promise<LoadedIndex> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The index answered ${response.status}.`);
  const { products } = (await response.json()) as CompareFile;
  const releases = products.flatMap((product) => readProduct(product, severalProducts));
  return { products, lines: describeLines(releases) };
}

const records = new Map<string, Promise<Comparable>>();

/** The whole record of a release, with its texts in Markdown. Asked for once. */
export function loadRecord(base: string, { address }: IndexedRelease): Promise<Comparable> {
  const url = `${base}${address.slice(1, -1)}.json`;
  return askOnce(records, url, async () => {
    const { release } = (await (await fetch(url)).json()) as { release: Comparable };
    return release;
  });
}
