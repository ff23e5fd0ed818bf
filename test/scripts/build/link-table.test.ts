import fc from 'fast-check';
import { deserialize, serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { createLinkTable, type PackedLinks } from '../../../scripts/build/link-table.ts';

const texts = fc.array(fc.constantFrom('/', '/a/', '#b', '', '/c/#b'), { maxLength: 6 });
const files = fc.dictionary(fc.constantFrom('p', 'q', 'r', 's'), fc.record({ links: texts, anchors: texts }));

test('a table gives what was put into it, after it was kept and put together with others', () => {
  fc.assert(
    fc.property(fc.array(files, { maxLength: 4 }), (parts) => {
      const whole = createLinkTable();
      for (const part of parts) {
        const table = createLinkTable();
        for (const [digest, links] of Object.entries(part)) table.add(digest, links);
        whole.take(deserialize(serialize(table.packed)) as PackedLinks, (digest) => digest !== 's');
      }
      const all = Object.assign({}, ...parts) as Record<string, unknown>;
      for (const digest of ['p', 'q', 'r']) {
        const expected = all[digest];
        if (expected) expect(whole.get(digest)).toEqual(expected);
        else expect(whole.get(digest)).toBeUndefined();
      }
      expect(whole.get('s')).toBeUndefined();
      expect(new Set(whole.packed.texts).size).toBe(whole.packed.texts.length);
    }),
  );
});
