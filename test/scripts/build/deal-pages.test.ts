import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dealPages } from '../../../scripts/build/deal-pages.ts';

describe('dealPages', () => {
  test('hands out every page once, whoever asks when', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(5),
        fc.array(fc.nat(400), { maxLength: 8 }),
        fc.integer({ min: 1, max: 4 }),
        fc.scheduler(),
        async (single, counts, workers, scheduler) => {
          const made = await render(
            single,
            counts,
            workers,
            () => scheduler.schedule(Promise.resolve()),
            () => scheduler.waitIdle(),
          );
          expect(made.toSorted()).toEqual(pagesOf(single, counts).toSorted());
        },
      ),
    );
  });

  test('waits for a series that is being counted, and then helps with it', async () => {
    const deal = dealPages({ single: 0, series: 1 }, 2);
    expect(await deal.take(0)).toEqual({ series: 1, from: 0, to: 50 });
    const other = deal.take(1);
    deal.count(1, 1000);
    expect(await other).toEqual({ series: 1, from: 950, to: 1000 });
    expect(await deal.take(0)).toEqual({ series: 1, from: 50, to: 100 });
  });

  test('lists nothing anew for the last few pages of another', async () => {
    const deal = dealPages({ single: 0, series: 1 }, 2);
    await deal.take(0);
    deal.count(1, 60);
    expect(await deal.take(1)).toBeUndefined();
    expect(await deal.take(0)).toEqual({ series: 1, from: 50, to: 60 });
  });
});

/** Every process asks, works for a while that nobody knows, and asks again. */
async function render(
  single: number,
  counts: readonly number[],
  workers: number,
  work: () => Promise<void>,
  settle: () => Promise<void>,
): Promise<string[]> {
  const list = { single, series: counts.length };
  const deal = dealPages(list, workers);
  const made: string[] = [];
  const all = Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      for (let range = await deal.take(worker); range; range = await deal.take(worker)) {
        await work();
        const count = range.series === 0 ? single : (counts[range.series - 1] ?? 0);
        deal.count(range.series, count);
        for (let page = range.from; page < Math.min(range.to, count); page++)
          made.push(`${range.series} ${page}`);
      }
    }),
  );
  await settle();
  await all;
  return made;
}

function pagesOf(single: number, counts: readonly number[]): string[] {
  return [single, ...counts].flatMap((count, series) =>
    Array.from({ length: count }, (_, page) => `${series} ${page}`),
  );
}
