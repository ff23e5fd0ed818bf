import { readdirSync, readFileSync } from 'node:fs';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { describe, expect, it } from 'vitest';
import type { DialectContext } from '../../../src/sources/notion/dialect/context.ts';
import {
  findUnknownParts,
  holdsSyncedBlocks,
  readDialect,
} from '../../../src/sources/notion/dialect/dialect.ts';

const folder = new URL('../../fixtures/notion/dialect/', import.meta.url);
const markdown = remark().use(remarkGfm).freeze();

const context: DialectContext = {
  titles: new Map([['34cee2b74b3f8115a5a1fac623c31862', 'Pause without fees']]),
  unknown: new Map([
    ['11cee2b74b3f8115a5a1fac623c31862', { kind: 'link', url: 'https://example.com/guide', text: 'Guide' }],
    ['22cee2b74b3f8115a5a1fac623c31862', { kind: 'nothing' }],
    [
      '33cee2b74b3f8115a5a1fac623c31862',
      { kind: 'blocks', nodes: [{ type: 'paragraph', children: [{ type: 'text', value: 'Left out' }] }] },
    ],
    ['44cee2b74b3f8115a5a1fac623c31862', { kind: 'missing' }],
  ]),
};

const names = readdirSync(folder)
  .filter((name) => name.endsWith('.notion.txt'))
  .map((name) => name.replace('.notion.txt', ''));

describe('each construct of the dialect', () => {
  it.each(names)('%s', (name) => {
    const source = readFileSync(new URL(`${name}.notion.txt`, folder), 'utf8');
    const { body, problems } = readDialect(source, context);
    const said = problems.map((problem) => `${problem.line}: ${problem.text}\n`).join('');
    const expected = readFileSync(new URL(`${name}.markdown.txt`, folder), 'utf8');
    expect(markdown.stringify(body) + (said && `=====\n${said}`)).toBe(expected);
  });

  it('lets no callout hide behind the word of an alert that it is internal', () => {
    const { body } = readDialect('<callout icon="💡">\n\tInternal: not yet\n</callout>');
    expect(markdown.stringify(body)).toBe('> Internal: not yet\n');
  });

  it('lets nothing out of a heading that opens and closes and is internal, whatever headings stand in it', () => {
    const read = (heading: string) =>
      markdown.stringify(readDialect(`### ${heading} {toggle="true"}\n\t## Highlights\n\tNot yet`).body);
    expect(read('Why (internal)')).toBe(
      '<details>\n<summary>Why (internal)</summary>\n\n## Highlights\n\nNot yet\n\n</details>\n',
    );
    for (const name of ['Risks', 'Riskss', 'Rіsks'])
      expect(read(name)).toBe(`### ${name}\n\n<details>\n\n## Highlights\n\nNot yet\n\n</details>\n`);
    expect(read('FAQ')).toBe('### FAQ\n\n## Highlights\n\nNot yet\n');
  });

  it('names what the Markdown leaves out', () => {
    const source = readFileSync(new URL('other.notion.txt', folder), 'utf8');
    expect(findUnknownParts(source).map((part) => part.alt)).toEqual(['bookmark', 'button', '', '', 'drive']);
    expect(
      findUnknownParts(
        '```\n<unknown url="https://app.notion.com/p/1#11cee2b74b3f8115a5a1fac623c31862"/>\n```',
      ),
    ).toEqual([]);
  });

  it('names the pages that are mentioned, and says whether there are synced blocks', () => {
    const source = readFileSync(new URL('references.notion.txt', folder), 'utf8');
    expect(readDialect(source).mentions).toEqual([
      '34cee2b74b3f8115a5a1fac623c31862',
      '44cee2b74b3f8115a5a1fac623c31862',
      '99cee2b74b3f8115a5a1fac623c31862',
    ]);
    expect([holdsSyncedBlocks(source), holdsSyncedBlocks('Plain')]).toEqual([true, false]);
  });
});
