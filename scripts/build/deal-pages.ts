import type { ChosenFiles, PageList, PageRange, PlacesInSeries } from './messages.ts';

/** Deals pages out to the processes that render them. */
export interface PageDeal<Range extends PageRange> {
  /** What a process has to do next, once it is done with what it had; absent where nothing is left that is worth its while. */
  take: (worker: number) => Promise<Range | undefined>;
  /** Says how many pages a series has, which is known once a process has listed it. */
  count: (series: number, pages: number) => void;
}

/**
 * What there is once is dear and goes to whoever is free. Of the others each process takes whole series, which nobody else needs to list then.
 * Those that stand beside each other show the same things, so each begins at a place of its own. Where none is left, it helps with the one of
 * which most is left, from its end.
 */
export function dealPages(
  { single, series }: Pick<PageList, 'single' | 'series'>,
  workers: number,
): PageDeal<PlacesInSeries> {
  let next = 0;
  const untouched = new Set(Array.from({ length: series }, (_, index) => index + 1));
  const open = new Map<number, Open>();
  const current = Array.from({ length: workers }, (_, worker) => Math.floor((series * worker) / workers));
  let onCount = Promise.withResolvers<void>();

  return {
    async take(worker) {
      for (;;) {
        const range = takeNow(worker);
        const isCounting = [...open.values()].some(({ pages }) => pages === undefined);
        if (range || !isCounting) return range;
        await onCount.promise;
      }
    },
    count(number, pages) {
      const counted = open.get(number);
      if (!counted || counted.pages !== undefined) return;
      Object.assign(counted, { pages, to: pages });
      onCount.resolve();
      onCount = Promise.withResolvers();
    },
  };

  function takeNow(worker: number): PlacesInSeries | undefined {
    if (next < single) return { series: 0, from: next, to: ++next };
    const mine = open.get(current[worker] ?? 0);
    if (mine && leftOf(mine) > 0) return takeFrom(mine, worker);
    const fresh = nextUntouched(current[worker] ?? 0);
    if (fresh !== undefined) return begin(fresh, worker);
    const most = [...open.values()].toSorted((a, b) => leftOf(b) - leftOf(a))[0];
    if (!most || !isWorthListing(most)) return undefined;
    current[worker] = most.series;
    return takeFrom(most, worker);
  }

  function nextUntouched(after: number): number | undefined {
    const [first] = untouched;
    return [...untouched].find((number) => number > after) ?? first;
  }

  function begin(number: number, worker: number): PlacesInSeries {
    untouched.delete(number);
    current[worker] = number;
    open.set(number, { series: number, owner: worker, from: RANGE, to: RANGE });
    return { series: number, from: 0, to: RANGE };
  }
}

/** The same where it is known which files are to be looked at; the first are of pages that there are once. */
export function dealChosen(
  [single, ...series]: readonly ChosenFiles[],
  workers: number,
): PageDeal<ChosenFiles> {
  const parts = [single, ...series.filter(({ files }) => files.size > 0)].map((part) => ({
    series: part?.series ?? 0,
    files: [...(part?.files ?? [])],
  }));
  const lengthOf = (part: number) => parts[part]?.files.length ?? 0;
  const deal = dealPages({ single: lengthOf(0), series: parts.length - 1 }, workers);
  return {
    async take(worker) {
      const range = await deal.take(worker);
      if (!range) return undefined;
      deal.count(range.series, lengthOf(range.series));
      const { series: number, files } = parts[range.series] ?? { series: 0, files: [] };
      return { series: number, files: new Map(files.slice(range.from, range.to)) };
    },
    count() {},
  };
}

function takeFrom(range: Open, worker: number): PlacesInSeries {
  const { series, from, to, owner } = range;
  if (owner !== worker) {
    range.to = Math.max(from, to - RANGE);
    return { series, from: range.to, to };
  }
  range.from = Math.min(to, from + RANGE);
  return { series, from, to: range.from };
}

/** What is left of a series that a process has begun. */
interface Open {
  series: number;
  owner: number;
  from: number;
  to: number;
  /** How many it has in all, once that is known. */
  pages?: number;
}

function leftOf({ from, to }: Open): number {
  return Math.max(0, to - from);
}

/** Whoever helps has to list the series, which takes a part of the time that its pages take. */
function isWorthListing(range: Open): boolean {
  return leftOf(range) > (range.pages ?? 0) / 4;
}

/** Pages that are handed out at once. */
const RANGE = 50;
