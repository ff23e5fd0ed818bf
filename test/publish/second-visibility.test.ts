import { describe, expect, test } from 'vitest';
import { parseInitiative } from '../../src/plan/initiative.ts';
import { keepPublicPart } from '../../src/plan/public-part.ts';
import { decideInitiative } from '../../src/publish/decide-initiative.ts';
import { decidePlan } from '../../src/publish/decide-plan.ts';
import type { Initiative, Release } from '../../src/release/release.ts';
import { readMarkdown } from '../../src/sources/markdown.ts';
import { messagesOf, planOf, testSite } from '../plans.ts';

const now = new Date('2026-11-21T12:00:00Z');
const record: Release = { id: 'p', title: 'T', product: 'till', version: '1', status: 'released' };
const front =
  'id: p\ntitle: T\nproduct: till\nversion: "1"\nstatus: released\nreleased: 2026-05-07\nvisibility: public';

function decide(more: string, body = '## Summary\n\nA public text.\n', previous = [record]) {
  const plan = planOf(`---\n${front}\n${more}\n---\n\n${body}`);
  const { outcome, record: published } = decidePlan(plan, previous, testSite, now);
  return { outcome, published, messages: messagesOf(plan) };
}

describe('a public plan', () => {
  test.each([
    'draft: true',
    'published: false',
    'public: no',
    'isPublic: false',
    'is_public: false',
    'customer-facing: no',
    'internal: true',
    'Confidential: yes',
    'private: true',
    'hidden: true',
    'wip: yes',
    'unlisted: true',
    'NDA: yes',
    'audience: internal',
    'audience: [internal, staff]',
    'classification: Confidential',
    'confidentiality: restricted',
  ])('is internal where it also says `%s`, and is taken back', (line) => {
    const { outcome, published, messages } = decide(line);
    expect({ outcome, published }).toEqual({ outcome: 'internal', published: undefined });
    const shown = line.replace('[internal, staff]', 'internal, staff');
    expect(messages).toEqual([`RP123 9:1 Unexpected second visibility in \`${shown}\`, expected one`]);
  });

  test.each(['publish: false', 'publish: never', 'embargo: yes', 'embargoed: true'])(
    'is internal where it says `%s`, which is no section and no moment',
    (line) => {
      const { outcome, messages } = decide(line);
      expect(outcome).toBe('internal');
      expect(messages).toContain(`RP123 9:1 Unexpected second visibility in \`${line}\`, expected one`);
    },
  );

  test.each([
    'draft: false',
    'internal: no',
    'published: true',
    'audience: [internal, customers]',
    'audience: merchants',
    'publish: [Highlights]',
    'summary: "Public: no"',
    'tags: internal',
    'owner: internal',
    'this public: no',
    'visible is to customers: no',
    'draft:',
    'draft: []',
    'draft: { internal: true }',
  ])('is published where it says `%s`', (line) => {
    expect(decide(line, '').outcome).toBe('published');
  });

  test('says nothing of it where it is internal anyway', () => {
    const plan = planOf('---\ntitle: T\nvisibility: internal\ndraft: true\n---\n');
    expect(messagesOf(plan)).toEqual([]);
  });

  test.each([
    ['a line', 'Visibility: internal', 'Visibility: internal', '14:1'],
    ['a line of several', 'For the review.\nStatus: draft', 'Status: draft', '15:1'],
    ['an item', '- Owner: Sales\n- Public: no', 'Public: no', '15:3'],
  ])('is internal where %s above the first section says so', (_, text, flag, place) => {
    const { outcome, messages } = decide('', `# T\n\n${text}\n\n## Summary\n\nA public text.\n`);
    expect(outcome).toBe('internal');
    expect(messages).toContain(`RP123 ${place} Unexpected second visibility in \`${flag}\`, expected one`);
  });

  test.each([
    ...['embargo until', 'embargoed until', 'Embargoed', 'embargo date', 'publish on', 'publish date'],
    ...['publish_date', 'publishing date', 'publication date', 'publishedAt', 'published on'],
    ...['publish from', 'not before', 'public from', 'visible from', 'publish', 'public', 'Published'],
  ])('is not public before the moment that it calls `%s`', (key) => {
    expect(decide(`${key}: 2027-01-01 09:00`)).toMatchObject({ outcome: 'scheduled', messages: [] });
    expect(decide(`${key}: 2026-01-01 09:00`)).toMatchObject({ outcome: 'published', messages: [] });
  });

  test('is not published anew with a misspelt moment', () => {
    expect(decide('publshAt: 2027-01-01 09:00', '', [])).toEqual({
      outcome: 'blocked',
      published: undefined,
      messages: ['RP121 9:1 Unknown field `publshAt`; did you mean `publishAt`?'],
    });
  });
});

describe('a section that says so', () => {
  test.each([
    ['Summary', 'A public text.\n\nVisibility: internal', 16],
    ['Highlights', 'A public text.\nPublic: no', 15],
    ['Included features', '- A public one\n\nStatus: Draft', 16],
  ])('%s stays internal, and its author is told', (heading, text, line) => {
    const { outcome, published, messages } = decide(
      '',
      `## ${heading}\n\n${text}\n\n## FAQ\n\n**Why?** So.\n`,
    );
    expect(outcome).toBe('published');
    expect(JSON.stringify(published)).not.toContain('ublic ');
    expect(published?.faq).toHaveLength(1);
    const flag = text.split('\n').at(-1);
    expect(messages).toEqual([
      `RP102 ${line}:1 Unexpected “${flag}” in section “${heading}”, which keeps all of it internal`,
    ]);
  });

  test('is kept where that is said of an item, of a part, or of whom it is for', () => {
    const kept = (body: string) => JSON.stringify(decide('', body).published);
    expect(kept('## Included features\n\n- Kept\n- Gone\n  - Public: no\n')).toContain('Kept');
    expect(kept('## Summary\n\n- Kept\n- Public: no\n')).toContain('Kept');
    expect(kept('## Summary\n\nKept.\n\n### Gone\n\nVisibility: internal\n')).toContain('Kept');
    for (const heading of ['Target audience', 'Inclusion criteria', 'Exclusion criteria', 'Waves'])
      expect(decide('', `## ${heading}\n\nAudience: staff\n`).messages.join(), heading).not.toContain(
        'RP102',
      );
  });

  test('is inside for the leak scan, too, and needs no places', () => {
    const paragraph = (value: string) => ({
      type: 'paragraph' as const,
      children: [{ type: 'text' as const, value }],
    });
    const blocks = [paragraph('One.'), paragraph('Public: no')];
    const inside = { nodes: [], headings: [], pages: [], hidden: blocks };
    expect(keepPublicPart(blocks, 'text')).toEqual({
      ...inside,
      flag: { line: 'Public: no', place: undefined },
    });
    expect(keepPublicPart(blocks).nodes).toEqual(blocks);
  });

  test('in a field, too', () => {
    const { published, messages } = decide('reason: "Late.\\n\\nPublic: no"');
    expect(published?.reason).toBeUndefined();
    expect(messages).toEqual(['RP102 9:1 Unexpected “Public: no” in a text, which keeps all of it internal']);
  });
});

describe('a roadmap item', () => {
  const item: Initiative = { id: 'x', title: 'T', horizon: 'later' };
  const decideItem = (lines: string, body = '## Problem\n\nP.\n', previous: Initiative[] = [item]) => {
    const text = `---\ntitle: T\n${lines}\n---\n\n${body}`;
    const document = readMarkdown('roadmap/x.md', new TextEncoder().encode(text));
    const plan = parseInitiative(document, 'x', { site: testSite });
    return { outcome: decideInitiative(plan, previous).outcome, file: plan.file, messages: messagesOf(plan) };
  };

  test('is internal where a field says so, and is taken back', () => {
    for (const line of ['draft: true', 'status: draft', 'public: false', 'internal: yes']) {
      const { outcome, messages, file } = decideItem(line);
      expect(outcome).toBe('internal');
      expect(messages).toEqual([`RP123 3:1 Unexpected second visibility in \`${line}\`, expected one`]);
      expect(file.messages[0]?.fatal).toBe(false);
    }
    expect(decideItem('draft: true\nvisibility: public').file.messages[0]?.fatal).toBe(true);
    expect(decideItem('draft: true\nvisibility: internal')).toMatchObject({
      outcome: 'internal',
      messages: [],
    });
    expect(decideItem('draft: false').outcome).toBe('published');
  });

  test('is internal where a line above its first section says so', () => {
    expect(decideItem('', '# T\n\nFor the review.\n\nStatus: draft\n\n## Problem\n\nP.\n')).toMatchObject({
      outcome: 'internal',
      messages: ['RP123 10:1 Unexpected second visibility in `Status: draft`, expected one'],
    });
  });

  test('is what a misspelt visibility says where that is internal, and else as it was', () => {
    const messages = ['RP121 3:1 Unknown field `visibilty`; did you mean `visibility`?'];
    expect(decideItem('visibilty: internal')).toMatchObject({ outcome: 'internal', messages });
    expect(decideItem('visibilty: public')).toMatchObject({ outcome: 'kept', messages });
    expect(decideItem('visibilty: public', '', [])).toMatchObject({ outcome: 'blocked', messages });
  });

  test('has no moment from which on it is public, and says so', () => {
    expect(decideItem('embargo until: 2027-01-01', '', [])).toMatchObject({
      outcome: 'blocked',
      messages: ['RP121 3:1 Unexpected `embargo until` of a roadmap item, expected `visibility: internal`'],
    });
    expect(decideItem('published: 2027-01-01', '', []).outcome).toBe('blocked');
    expect(decideItem('publishAt:').outcome).toBe('published');
  });

  test('keeps a text inside that says so', () => {
    expect(decideItem('', '## Problem\n\nP.\n\nPublic: no\n').messages).toEqual([
      'RP102 10:1 Unexpected “Public: no” in a text, which keeps all of it internal',
    ]);
  });
});
