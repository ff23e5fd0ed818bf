import fc from 'fast-check';
import { deserialize, serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { createLinkTable, type LinkTable, type PackedLinks } from '../../../scripts/build/link-table.ts';
import type { FileLinks } from '../../../src/site/broken-links.ts';

const texts = fc.array(fc.constantFrom('/', '/a/', '#b', '', '/c/#b'), { maxLength: 6 });
const files = fc.dictionary(fc.constantFrom('p', 'q', 'r', 's'), fc.record({ links: texts, anchors: texts }));

test('a table gives what was put into it, after it was kept and put together with others', () => {
  fc.assert(
    fc.property(fc.array(files, { maxLength: 4 }), (parts) => {
      const whole = createLinkTable();
      for (const part of parts) {
        whole.take(asKept(tableOf(part)), (digest) => digest !== 's');
      }
      const all = Object.assign({}, ...parts) as Record<string, unknown>;
      for (const digest of ['p', 'q', 'r']) {
        const expected = all[digest];
        if (expected) expect(whole.get(digest)).toEqual(expected);
        else expect(whole.get(digest)).toBeUndefined();
      }
      expect(whole.get('s')).toBeUndefined();
      const { texts } = whole.pack();
      expect(new Set(texts).size).toBe(texts.length);
    }),
  );
});

test('a table goes on with what it begins with, and finds what it knows besides', () => {
  fc.assert(
    fc.property(files, files, files, (known, own, later) => {
      const begun = createLinkTable(asKept(tableOf(own)), asKept(tableOf(known)));
      for (const [digest, links] of Object.entries(later)) begun.add(digest, links);
      const all: Record<string, unknown> = { ...known, ...own, ...later };
      for (const digest of ['p', 'q', 'r', 's']) expect(begun.get(digest)).toEqual(all[digest]);
      const kept = createLinkTable(asKept(begun));
      const mine: Record<string, unknown> = { ...own, ...later };
      for (const digest of ['p', 'q', 'r', 's']) expect(kept.get(digest)).toEqual(mine[digest]);
    }),
  );
});

function tableOf(links: Record<string, FileLinks>): LinkTable {
  const table = createLinkTable();
  for (const [digest, each] of Object.entries(links)) table.add(digest, each);
  return table;
}

function asKept(table: LinkTable): PackedLinks {
  return deserialize(serialize(table.pack())) as PackedLinks;
}
