import type { PageObjectResponse } from '@notionhq/client';
import { describe, expect, it } from 'vitest';
import { type Column, matchColumns } from '../../../src/sources/notion/properties/columns.ts';
import { readFields } from '../../../src/sources/notion/properties/fields.ts';
import { type Property, readProperty } from '../../../src/sources/notion/properties/property-value.ts';
import * as values from '../../notion-server/values.ts';

const options = {
  markdown: false,
  takeEnd: false,
  titles: new Map([['0123456789abcdef0123456789abcdef', 'Related plan']]),
};
const read = (value: object, more = {}) =>
  readProperty({ id: 'x', ...value } as Property, { ...options, ...more });
const person = {
  object: 'user',
  id: '1',
  name: 'Release manager',
  type: 'person',
  person: {},
  avatar_url: null,
};

describe('properties', () => {
  it.each<[string, object, object]>([
    ['title', values.title(' A  title '), { texts: ['A title'] }],
    ['rich_text', values.text(''), { texts: [] }],
    ['number', values.number(1.1), { texts: ['1.1'], bare: true }],
    ['no number', values.number(null), { texts: [], bare: true }],
    ['select', values.select('public'), { texts: ['public'] }],
    ['multi_select', values.multiSelect('a', 'b'), { texts: ['a', 'b'], many: true }],
    ['status', values.status('In development'), { texts: ['In development'] }],
    ['date', values.date('2026-11-18'), { texts: ['2026-11-18'] }],
    [
      'date with a time',
      values.date('2026-11-18T09:00:00.000+01:00'),
      { texts: ['2026-11-18T09:00:00.000+01:00'] },
    ],
    [
      'date with a zone',
      values.date('2026-07-18T09:00:00.000', null, 'Europe/Stockholm'),
      { texts: ['2026-07-18T09:00:00+02:00'] },
    ],
    [
      'people',
      { type: 'people', people: [person, { object: 'user', id: '2' }] },
      { texts: ['Release manager'], many: true },
    ],
    [
      'files',
      {
        type: 'files',
        files: [
          { name: 'plan.pdf', type: 'file', file: { url: 'https://x/?X-Amz-Signature=1', expiry_time: '' } },
        ],
      },
      { texts: ['plan.pdf'], many: true },
    ],
    ['checkbox', values.checkbox(true), { texts: ['true'], bare: true }],
    ['url', values.url('https://example.com'), { texts: ['https://example.com'] }],
    ['email', { type: 'email', email: 'a@example.com' }, { texts: ['a@example.com'] }],
    ['phone_number', { type: 'phone_number', phone_number: null }, { texts: [] }],
    ['formula with a text', values.formula('x'), { texts: ['x'] }],
    ['formula with a number', values.formula(2), { texts: ['2'], bare: true }],
    ['formula with a truth', values.formula(false), { texts: ['false'], bare: true }],
    [
      'formula with a date',
      {
        type: 'formula',
        formula: { type: 'date', date: { start: '2026-01-01', end: null, time_zone: null } },
      },
      { texts: ['2026-01-01'] },
    ],
    [
      'formula of a new type',
      { type: 'formula', formula: { type: 'list' } },
      { texts: [], unread: 'formula of type list' },
    ],
    [
      'relation',
      values.relation(['01234567-89ab-cdef-0123-456789abcdef', 'other']),
      { texts: ['Related plan', 'other'], many: true },
    ],
    [
      'rollup of a number',
      { type: 'rollup', rollup: { type: 'number', number: 3, function: 'sum' } },
      { texts: ['3'], bare: true },
    ],
    [
      'rollup of a date',
      { type: 'rollup', rollup: { type: 'date', date: null, function: 'earliest_date' } },
      { texts: [] },
    ],
    [
      'rollup of a list',
      {
        type: 'rollup',
        rollup: {
          type: 'array',
          array: [values.title('One'), values.select('Two'), { type: 'new' }],
          function: 'show_original',
        },
      },
      { texts: ['One', 'Two'], many: true, unread: 'new' },
    ],
    [
      'rollup that is unfinished',
      { type: 'rollup', rollup: { type: 'incomplete', function: 'sum' } },
      { texts: [], unread: 'roll-up of type incomplete' },
    ],
    [
      'created_time',
      { type: 'created_time', created_time: '2026-01-01T00:00:00.000Z' },
      { texts: ['2026-01-01T00:00:00.000Z'] },
    ],
    [
      'last_edited_time',
      { type: 'last_edited_time', last_edited_time: '2026-01-01T00:00:00.000Z' },
      { texts: ['2026-01-01T00:00:00.000Z'] },
    ],
    ['created_by', { type: 'created_by', created_by: person }, { texts: ['Release manager'] }],
    [
      'last_edited_by',
      { type: 'last_edited_by', last_edited_by: { object: 'user', id: '1' } },
      { texts: [] },
    ],
    ['unique_id', { type: 'unique_id', unique_id: { prefix: 'PLAN', number: 12 } }, { texts: ['PLAN-12'] }],
    [
      'unique_id without a prefix',
      { type: 'unique_id', unique_id: { prefix: null, number: 12 } },
      { texts: ['12'] },
    ],
    [
      'verification',
      { type: 'verification', verification: { state: 'verified', verified_by: null, date: null } },
      { texts: ['verified'] },
    ],
    ['place', { type: 'place', place: { lat: 1, lon: 2, name: 'Depot' } }, { texts: ['Depot'] }],
    ['button', { type: 'button', button: {} }, { texts: [] }],
    ['a type of tomorrow', { type: 'hologram', hologram: {} }, { texts: [], unread: 'hologram' }],
  ])('of type %s are read', (_, value, expected) => {
    expect(read(value)).toEqual(expected);
  });

  it('keep their styles as Markdown where Markdown is wanted', () => {
    const styled = (plain: string, annotations: object, href: string | null = null) => ({
      type: 'text',
      plain_text: plain,
      href,
      annotations,
    });
    const mention = {
      type: 'mention',
      mention: { type: 'user', user: person },
      plain_text: '@Release manager',
      href: null,
      annotations: {},
    };
    const items = [
      styled('Now ', {}),
      styled('bold ', { bold: true }),
      styled('a_b', { code: true }),
      styled(' *x* ', {}),
      mention,
      styled('docs', {}, 'https://example.com/'),
    ];
    const value = { type: 'rich_text', rich_text: items };
    expect(read(value).texts).toEqual(['Now bold a_b *x* docs']);
    expect(read(value, { markdown: true }).texts).toEqual([
      'Now **bold** `a_b` \\*x\\* [docs](https://example.com/)',
    ]);
  });
});

describe('fields of a page', () => {
  const schema: Column[] = [
    { id: 'title', name: 'Name', type: 'title' },
    { id: 'a%3A', name: 'RELEASE STATUS', type: 'status' },
    { id: 'b', name: 'Public', type: 'checkbox' },
    { id: 'c', name: 'Due date', type: 'date' },
    { id: 'd', name: 'Precision', type: 'select' },
    { id: 'e', name: 'Sumary', type: 'rich_text' },
    { id: 'f', name: 'Created time', type: 'created_time' },
    { id: 'g', name: 'Version', type: 'number' },
  ];
  const page = (properties: Record<string, object>) =>
    ({ id: '01234567-89ab-4def-8123-456789abcdef', properties }) as unknown as PageObjectResponse;

  it('are found by name, alias, mapping and id', () => {
    const { columns, notes } = matchColumns(
      'plans',
      schema,
      { visibility: 'b' },
      {},
      'https://app.notion.com/p/1',
    );
    expect(Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, column.id]))).toEqual({
      title: 'title',
      status: 'a%3A',
      visibility: 'b',
      target: 'c',
      precision: 'd',
      version: 'g',
    });
    expect(notes).toEqual([
      'The property “Sumary” is not read. Did you mean “Summary”? https://app.notion.com/p/1',
    ]);
  });

  it('say what a checkbox, a number, a range and a precision mean', () => {
    const { columns } = matchColumns('plans', schema, { visibility: 'Public' }, {}, '');
    const read = (properties: Record<string, object>) => {
      const { fields, notes } = readFields('plans', page(properties), columns, new Map());
      const texts = fields.map(({ key, value }) => [
        key,
        value?.type === 'scalar' ? (value.quoted ? value.text : Number(value.text)) : undefined,
      ]);
      return { ...Object.fromEntries(texts), notes };
    };
    const all = {
      Name: { id: 'title', ...values.title('Plan') },
      Box: { id: 'b', ...values.checkbox(true) },
      Due: { id: 'c', ...values.date('2026-10-01') },
      Precision: { id: 'd', ...values.select('quarter') },
      Version: { id: 'g', ...values.number(1.1) },
    };
    expect(read(all)).toEqual({
      title: 'Plan',
      id: '01234567-89ab-4def-8123-456789abcdef',
      visibility: 'public',
      target: '2026-Q4',
      version: 1.1,
      notes: [],
    });
    const range = {
      ...all,
      Box: { id: 'b', ...values.checkbox(false) },
      Due: { id: 'c', ...values.date('2026-10-01', '2026-10-20') },
    };
    expect(read(range)).toMatchObject({
      visibility: 'internal',
      target: '2026-10-20',
      precision: 'quarter',
      notes: ['The property “Due date” is a range of days; its last day counts.'],
    });
  });
});
