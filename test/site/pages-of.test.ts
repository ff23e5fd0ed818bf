import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstOfGrowing, pageOfPlace, pagesOf } from '../../src/site/pages-of.ts';

const list = fc.record({ length: fc.nat(200), size: fc.integer({ min: 1, max: 30 }) });

test.each([
  ['of one size', (_: number, size: number) => size],
  ['that grow at the front', firstOfGrowing],
])('all things stand on pages %s, each on the one where it is looked for', (_, firstOf) => {
  fc.assert(
    fc.property(list, ({ length, size }) => {
      const things = Array.from({ length }, (_, place) => place);
      const first = firstOf(length, size);
      const pages = pagesOf('/', length, size, (from, to) => things.slice(from, to), first);
      expect(pages.flatMap(({ shown }) => shown)).toEqual(things);
      for (const { page, pages: count, shown } of pages) {
        expect(shown.map((place) => pageOfPlace(place, size, first))).toEqual(shown.map(() => page));
        expect(count).toBe(pages.length);
        if (page > 1) expect(shown.length).toBeGreaterThan(0);
      }
    }),
  );
});

test('what is put in front of a list that grows there changes the first page alone, until there is one more', () => {
  fc.assert(
    fc.property(list, ({ length, size }) => {
      const pagesAt = (count: number) => {
        const things = Array.from({ length: count }, (_, place) => count - place);
        const first = firstOfGrowing(count, size);
        return pagesOf('/', count, size, (from, to) => things.slice(from, to), first);
      };
      const [before, after] = [pagesAt(length), pagesAt(length + 1)];
      expect(after[0]?.shown.length).toBeLessThan(1.5 * size + 1);
      if (after.length > 1) expect(after[0]?.shown.length).toBeGreaterThanOrEqual(size / 2);
      if (after.length === before.length) expect(after.slice(1)).toEqual(before.slice(1));
    }),
  );
});
