import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { askChoice, askText } from '../../scripts/ask.ts';

/** Somebody who types these lines, one after each question mark. */
function person(lines: readonly string[]) {
  const input = new PassThrough();
  const output = new PassThrough();
  const rest = [...lines];
  let shown = '';
  output.on('data', (data) => {
    shown += String(data);
    if (!String(data).includes('›')) return;
    const line = rest.shift();
    setImmediate(() => (line === undefined ? input.end() : input.write(`${line}\n`)));
  });
  return { asking: { input, output }, shown: () => shown };
}

const products = [
  { value: 'till', label: 'Till' },
  { value: 'api', label: 'Partner API' },
];

describe('a question', () => {
  test.each([
    [['2'], 'api'],
    [['till'], 'till'],
    [['partner api'], 'api'],
    [['', '0', '3', 'tall', ' 1 '], 'till'],
  ])('is answered by number or name: %j', async (lines, expected) => {
    const { asking, shown } = person(lines);
    expect(await askChoice('Of which product?', products, asking)).toBe(expected);
    expect(shown()).toContain('Of which product?');
    expect(shown().split('Type a number from 1 to 2.')).toHaveLength(lines.length);
  });

  test('is asked again until there are words', async () => {
    const { asking } = person(['', '  ', 'Book a table']);
    expect(await askText('What?', asking)).toBe('Book a table');
  });

  test('may be left, and then nothing was written', async () => {
    await expect(askText('What?', person([]).asking)).rejects.toThrow('Nothing was written.');
    await expect(askChoice('Which?', products, person(['9']).asking)).rejects.toThrow('Nothing was written.');
  });
});
