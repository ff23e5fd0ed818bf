import type { Paragraph } from 'mdast';
import { describe, expect, test } from 'vitest';
import {
  findLabel,
  insideLabels,
  isInsideName,
  isNeverPublic,
  itemLabels,
  type LabelNames,
  labelNames,
  makeLabel,
  splitWords,
  staysInside,
} from '../../src/plan/labels.ts';
import { parseMarkdown } from '../../src/plan/markdown.ts';

const phrasing = (markdown: string) => (parseMarkdown(markdown).children[0] as Paragraph).children;
const label = (key: string, value = 'x') => makeLabel(key, phrasing(value), [], undefined);
/** The key that a name has where it is looked up as plans spell it. */
const keyOf = (names: LabelNames, name: string) => names.get(name.toLowerCase().replaceAll(' ', ''));

describe('names', () => {
  test.each([
    ...['Internal note', 'Internal notes', 'Note to self', 'Owner', 'Owners', 'Assignee', 'Responsible'],
    ...['DRI', 'Ticket', 'Tickets', 'Jira', 'Story', 'Stories', 'User story', 'User stories', 'PRD'],
    ...['Story points', 'Epic', 'Epics', 'Requested by', 'Customer', 'Cost', 'Revenue', 'ARR', 'Deal'],
    ...['Deal size', 'Feature flag', 'Feature flags', 'Zuständig', 'Verantwortlich', 'Responsable'],
    ...['Assignees', 'Assigned to', 'Owned by', 'Feature owner', 'Account manager', 'Asked for by'],
    ...['Jira ticket', 'Jira tickets', 'Jira issue', 'Jira issues', 'Jira link'],
    ...['Codename', 'Code name', 'Slack channel', 'Slack thread', 'Contract value', 'Cost centre'],
    ...['Design doc', 'Design file', 'Figma link', 'Figma file', 'Confluence page', 'Churn risk'],
    ...['担当', '担当者', 'المسؤول'],
  ])('“%s” is for those inside, whatever has labels', (name) => {
    expect(isInsideName(name)).toBe(true);
    for (const names of [insideLabels, labelNames({}), itemLabels({})]) {
      expect(keyOf(names, name)).toBe('internal');
    }
  });

  test.each([
    ...['PM', 'Product manager', 'Product owner', 'Release manager', 'Tech lead', 'Engineering lead'],
    ...['Approver', 'Approvers', 'Approved by', 'Reviewer', 'Reviewers', 'Stakeholder', 'Stakeholders'],
  ])('“%s” is for those inside, unless it is people that have labels', (name) => {
    expect(isInsideName(name)).toBe(true);
    expect(keyOf(insideLabels, name)).toBe('internal');
    expect(keyOf(itemLabels({}), name)).toBe('internal');
    expect(keyOf(labelNames({}), name)).toBeUndefined();
  });

  test('a name is one however it is written, and other words are none', () => {
    expect(['OWNER', ' own-er: ', 'ｏｗｎｅｒ'].map(isInsideName)).toEqual([true, true, true]);
    expect(['', 'Benefit', 'Title', 'Owner of the shop'].filter(isInsideName)).toEqual([]);
  });

  test('a reader’s own names come before those that are for all', () => {
    const own = { customers: ['Customer'], stories: [], fixedIn: ['fixed in', 'Fix version'] };
    const wanted = {
      customer: 'customers',
      customers: 'customers',
      stories: 'stories',
      fixversion: 'fixedIn',
    };
    for (const names of [labelNames(own), itemLabels(own)]) {
      expect(Object.fromEntries(names)).toMatchObject({ ...wanted, fixedin: 'fixedIn', owner: 'internal' });
    }
    expect(itemLabels({ person: ['PM'] }).get('pm')).toBe('person');
  });

  test('items may say which of their words are the title', () => {
    expect(itemLabels({}).get('title')).toBe('title');
    expect(itemLabels({ name: ['Title'] }).get('title')).toBe('name');
    expect(labelNames({}).has('title')).toBe(false);
    const others = ['title', ...insideLabels.keys()];
    expect([...itemLabels({}).keys()].filter((name) => !others.includes(name))).toEqual([]);
  });
});

describe('labels that no reader sees', () => {
  test.each(['internal', 'epics', 'stories', 'impact', 'urgency', 'points'])('%s', (key) => {
    expect(isNeverPublic(key)).toBe(true);
    expect(staysInside(label(key, 'https://a.example/'))).toBe(true);
  });

  test.each(['benefit', 'links', 'owner', ''])('“%s” is none', (key) => {
    expect(isNeverPublic(key)).toBe(false);
    expect(staysInside(label(key, '<https://a.example/>'))).toBe(false);
  });

  test('a link without an address is one, other words are not', () => {
    expect(staysInside(label('links', 'TILL-120'))).toBe(true);
    expect(staysInside(label('benefit', 'TILL-120'))).toBe(false);
  });
});

test('the first label with a key is found', () => {
  const labels = [label('benefit', 'a'), label('links', 'b'), label('links', 'c')];
  expect(findLabel(labels, 'links')).toBe(labels[1]);
  expect(findLabel(labels, 'internal')).toBeUndefined();
});

describe('a label', () => {
  const blocks = (markdown: string) => parseMarkdown(markdown).children;

  test('is its words, with and without markup, and its parts', () => {
    const words = phrasing('**EU**,  US\nand Japan\\\n& more');
    expect(makeLabel('regions', words, [], { line: 3, column: 5 })).toEqual({
      key: 'regions',
      value: '**EU**, US and Japan & more',
      plain: 'EU, US and Japan & more',
      values: ['EU', 'US', 'Japan', 'more'],
      nodes: [{ type: 'paragraph', children: words }],
      place: { line: 3, column: 5 },
    });
  });

  test('has what stands below, and the bullets there are its parts', () => {
    const below = blocks('- EU \n- **US** and Japan\n\nSome.');
    const read = makeLabel('regions', phrasing('These:'), below, undefined);
    expect(read).toEqual({
      key: 'regions',
      value: 'These:\n\n- EU\n- **US** and Japan\n\nSome.',
      plain: 'These:',
      values: ['EU', 'US and Japan'],
      nodes: [{ type: 'paragraph', children: phrasing('These:') }, ...below].map((node) =>
        expect.objectContaining({ type: node.type }),
      ),
    });
    expect(read.nodes.slice(1)).toEqual(below);
    expect(read).not.toHaveProperty('place');
  });

  test('may have nothing but what stands below', () => {
    const below = blocks('One.\n\nTwo.');
    const read = makeLabel('text', [], below, undefined);
    expect(read).toMatchObject({ value: 'One.\n\nTwo.', plain: '', values: [], nodes: below });
    expect(read.nodes).toHaveLength(2);
  });

  test('has parts that nobody sees at their ends nothing of', () => {
    const spaced = [{ type: 'text' as const, value: ' EU ' }];
    const list = [
      { type: 'listItem' as const, children: [{ type: 'paragraph' as const, children: spaced }] },
    ];
    expect(makeLabel('a', spaced, [], undefined)).toMatchObject({ plain: 'EU', values: ['EU'] });
    expect(makeLabel('a', [], [{ type: 'list', children: list }], undefined).values).toEqual(['EU']);
  });

  test('keeps only where it begins of its place', () => {
    const start = { line: 1, column: 2, offset: 3 };
    expect(makeLabel('a', [], [], start).place).toEqual({ line: 1, column: 2 });
  });
});

test.each([
  ['EU, US and Japan', ['EU', 'US', 'Japan']],
  ['EU;US · Japan,  Peru', ['EU', 'US', 'Japan', 'Peru']],
  ['EU   and   US  &  Japan', ['EU', 'US', 'Japan']],
  ['Research & Development and R&D', ['Research', 'Development', 'R&D']],
  [' Finland ,, Andorra , ', ['Finland', 'Andorra']],
  ['', []],
])('“%s” has its parts', (text, parts) => {
  expect(splitWords(text)).toEqual(parts);
});
