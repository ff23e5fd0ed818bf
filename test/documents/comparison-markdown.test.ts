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
