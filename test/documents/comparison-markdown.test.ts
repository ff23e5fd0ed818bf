import type { List } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { expect, test } from 'vitest';
import { renderChecklist, renderComparisonMarkdown } from '../../src/documents/public/comparison-markdown.ts';
import { compareReleases } from '../../src/release/compare.ts';
import { makeRelease } from './records.ts';

const compared = compareReleases(
  [
    makeRelease({ id: 'one', version: '1.0.0', released: '2026-05-01' }),
    makeRelease({
      id: 'two',
      version: '2.0.0',
      released: '2026-05-02',
      upgrade: [{ text: 'Stop the till.' }],
      changes: [
        { id: 'a', kind: 'removed', title: 'Old keys', breaking: true },
        { id: 'b', kind: 'security', title: 'A patch', action: 'Install it.' },
        { id: 'c', kind: 'changed', title: 'A colour' },
      ],
    }),
  ],
  { from: '1.0.0' },
);
if ('fault' in compared) throw new Error(compared.fault);

test('whoever upgrades has a list of all that requires action, each once, as many as the sentence says', () => {
  expect(renderChecklist(compared)).toBe(
    '# From 1.0.0 to 2.0.0\n\n- [ ] Stop the till. (2.0.0)\n- [ ] **Old keys** (2.0.0)\n- [ ] **A patch** (2.0.0): Install it.\n',
  );
  const markdown = renderComparisonMarkdown(compared);
  expect(markdown).toContain('1 release, 3 actions, 1 breaking, 3 changes');
  expect(markdown.match(/Old keys/g)).toHaveLength(1);
  expect(markdown).toMatch(/## Changes behaviour\n\n- A colour \(2\.0\.0\)\n/);
});

test('code at the end of a step, and a list that an action begins with, stay what they are', () => {
  const long = compareReleases(
    [
      makeRelease({ id: 'one', version: '1.0.0', released: '2026-05-01' }),
      makeRelease({
        id: 'two',
        version: '2.0.0',
        released: '2026-05-02',
        upgrade: [{ text: 'Run this:\n\n```sh\ntill stop\n```' }, { text: 'Start it again.' }],
        changes: [{ id: 'b', kind: 'security', title: 'A patch', action: '- Install it.\n- Restart.' }],
      }),
    ],
    { from: '1.0.0' },
  );
  if ('fault' in long) throw new Error(long.fault);
  const tree = remark().use(remarkGfm).parse(renderComparisonMarkdown(long));
  const [list] = tree.children.filter(({ type }) => type === 'list') as List[];
  const shape = list?.children.map(({ children }) => children.map(({ type }) => type));
  expect(shape).toEqual([['paragraph', 'code', 'paragraph'], ['paragraph'], ['paragraph', 'list']]);
});
