import { describe, expect, test } from 'vitest';
import { collectSecrets, findLeaks } from '../../src/publish/leaks.ts';

const plan = {
  path: 'plans/till.md',
  text: `---
title: Book a table
owner: chef@kitchen.example.com
---

## Summary

Guests can book a table from your own page.

## Risks

- The supplier of the calendar may go bankrupt before spring
- Nobody cancels in time
- See TILL-120, and the key q7h2m9x4k1p0

## Included features

- **Book ahead.** Up to two weeks, in steps of a quarter of an hour.
`,
  internalLines: new Set([12, 13, 14]),
};

const record = `title: Book a table
summary: Guests can book a table from your own page.
changes:
  - title: Book ahead
    text: Up to two weeks, in steps of a quarter of an hour.`;

const secrets = collectSecrets([plan], [record], []);

describe('internal words in what was built', () => {
  test.each([
    ['as text', '<p>The supplier of the <b>calendar may</b> go bankrupt before spring</p>', 12],
    ['in part', 'note: the calendar may go bankrupt, they say', 12],
    ['in capitals, wrapped', 'THE SUPPLIER OF\n THE CALENDAR MAY', 12],
    ['as a short phrase', '{"x":"nobody cancels in time"}', 13],
    ['in an attribute', '<img alt="Nobody cancels in time">', 13],
    ['with entities', 'Nobody&#x20;cancels&#32;in&nbsp;time', 13],
    ['with JSON escapes', '"Nobody\\u0020cancels\\nin time"', 13],
    ['in an address', '/search/?q=nobody%20cancels%20in%20time', 13],
    ['as an e-mail address', '<a href="mailto:Chef@kitchen.example.com">', 3],
    ['as a ticket', 'fixes till-120', 14],
    ['as a code', 'data-x="Q7H2M9X4K1P0"', 14],
  ])('%s are found, with their line', (_, text, line) => {
    const found = findLeaks(secrets, text).map((leak) => `${leak.path}:${leak.line}`);
    expect(found).toEqual([`plans/till.md:${line}`]);
  });

  test('are found even where the wall has let them into a record', () => {
    const holed = `${record}\nextras: The supplier of the calendar may go bankrupt before spring`;
    expect(findLeaks(collectSecrets([plan], [holed], []), holed)).toHaveLength(1);
  });

  test('public words are not, however the page puts them together', () => {
    const page = '<h1>Book a table</h1><p>Guests can book a table from your own page.</p><h2>New</h2>';
    expect(
      findLeaks(secrets, `${page}<li>Book ahead Up to two weeks, in steps of a quarter of an hour`),
    ).toEqual([]);
    expect(findLeaks(secrets, record)).toEqual([]);
  });
});
