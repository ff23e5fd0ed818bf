import { touch } from './forget.ts';
import { readSummed, writeSummed } from './summed-file.ts';

/** Which pages there are, and which records each holds, from one build to the next. */
export interface Listing {
  /** Of everything that it rests on. */
  digest: string;
  /** The files of each series; the first is of the pages that there are once. */
  series: string[][];
  /** The pages that hold a record, by the number of the record; pages are counted through all series. */
  holders: { starts: Uint32Array; pages: Uint32Array };
}

/** Puts a listing together of what those who render have found. */
export interface ListingMaker {
  /** @param held for each of the files how many records it holds, and their numbers */
  add: (series: number, files: readonly string[], held: Uint32Array) => void;
  make: () => Listing;
}

export function startListing(digest: string, records: number): ListingMaker {
  const series: string[][] = [];
  const found: { series: number; first: number; held: Uint32Array }[] = [];
  return {
    add(number, files, held) {
      const own = (series[number] ??= []);
      found.push({ series: number, first: own.length, held });
      own.push(...files);
    },
    make() {
      const all = Array.from(series, (files = []) => files);
      const before = all.map((_, number) =>
        all.slice(0, number).reduce((sum, { length }) => sum + length, 0),
      );
      const pages: number[][] = Array.from({ length: records }, () => []);
      for (const { series: number, first, held } of found) {
        let page = (before[number] ?? 0) + first;
        for (let at = 0; at < held.length; at += 1 + (held[at] ?? 0), page++)
          for (const record of held.subarray(at + 1, at + 1 + (held[at] ?? 0))) pages[record]?.push(page);
      }
      const starts = new Uint32Array(records + 1);
      for (const [record, own] of pages.entries()) starts[record + 1] = (starts[record] ?? 0) + own.length;
      return { digest, series: all, holders: { starts, pages: Uint32Array.from(pages.flat()) } };
    },
  };
}

/**
 * The files of each series that may have changed since.
 * @param changed the numbers of the records that have
 * @param isSettled true for a file that shows nothing but what it holds, and is as it was written
 */
export function chooseChanged(
  { series, holders: { starts, pages } }: Listing,
  changed: readonly number[],
  isSettled: (file: string) => boolean,
): string[][] {
  const holding = new Set(
    changed.flatMap((record) => [...pages.subarray(starts[record], starts[record + 1])]),
  );
  let page = 0;
  return series.map((files) => files.filter((file) => holding.has(page++) || !isSettled(file)));
}

/** The listing with a digest, where one is kept that is not damaged. */
export function readListing(path: string, digest: string): Listing | undefined {
  const kept = readSummed(path) as Listing | undefined;
  if (kept?.digest !== digest) return undefined;
  touch(path);
  return kept;
}

export function writeListing(path: string, listing: Listing): void {
  writeSummed(path, listing);
}
