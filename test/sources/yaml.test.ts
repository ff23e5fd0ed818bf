import { describe, expect, it } from 'vitest';
import { readYaml, YamlError } from '../../src/sources/yaml.ts';

const scalars = (text: string) =>
  Object.fromEntries(
    readYaml(text).entries.map(({ key, value }) => [key, value?.type === 'scalar' ? value.text : value]),
  );

function faultOf(text: string): string {
  try {
    readYaml(text);
  } catch (error) {
    if (error instanceof YamlError) return `${error.place.line}:${error.place.column} ${error.message}`;
    throw error;
  }
  return 'none';
}

function catchFault(text: string): YamlError {
  try {
    readYaml(text);
  } catch (error) {
    if (error instanceof YamlError) return error;
    throw error;
  }
  throw new Error(`Nothing is wrong with ${text}`);
}

describe('hand-written YAML', () => {
  it('makes no type out of a spelling', () => {
    const text = 'a: 1.10\nb: yes\nc: 2025-02-31\nd: 0x1F\ne: 1e3\nf: 012\ng: .inf\nh: 12:30:45';
    expect(scalars(text)).toEqual({
      a: '1.10',
      b: 'yes',
      c: '2025-02-31',
      d: '0x1F',
      e: '1e3',
      f: '012',
      g: '.inf',
      h: '12:30:45',
    });
  });

  it('knows nothing in its five spellings, and only where it is not quoted', () => {
    expect(scalars('a: null\nb: ~\nc:\nd: NULL\ne: Null\nf: "null"\ng: ""')).toEqual({
      a: null,
      b: null,
      c: null,
      d: null,
      e: null,
      f: 'null',
      g: '',
    });
  });

  it('reads lists, mappings and blocks of text', () => {
    const { entries } = readYaml(
      'list: [a, b]\nmap:\n  key: value\ntext: >\n  one\n  line\nlines: |\n  two\n  lines\n',
    );
    expect(entries.map(({ key, value }) => [key, value?.type])).toEqual([
      ['list', 'list'],
      ['map', 'map'],
      ['text', 'scalar'],
      ['lines', 'scalar'],
    ]);
    expect(scalars('text: >\n  one\n  line\n')).toEqual({ text: 'one line\n' });
  });

  it('keeps a line that begins with `#` on a line of its own', () => {
    expect(scalars('a: >-\n  one\n    # two\n  three\n')).toEqual({ a: 'one\n# two\nthree' });
    expect(scalars('a: "one\n  # two\n  three"\nb: \'# one\n  # two\'\n')).toEqual({
      a: 'one\n# two\nthree',
      b: '# one\n# two',
    });
    expect(scalars('a: >-\n  one\n  #two\n  three\nb: |-\n  one\n   # two\n')).toEqual({
      a: 'one #two three',
      b: 'one\n # two',
    });
    expect(scalars('a: "# one"\nb: ""\nc: >\nd: "one # two\n  three"')).toEqual({
      a: '# one',
      b: '',
      c: '',
      d: 'one # two three',
    });
  });

  it('says where a value stands', () => {
    const { entries } = readYaml('a: 1\nlist:\n  - x\n  - y', 1);
    expect(entries[0]?.value).toMatchObject({ place: { line: 2, column: 4 } });
    expect(entries[1]).toMatchObject({
      place: { line: 3, column: 1 },
      value: { items: [{ place: { line: 4, column: 5 } }, { place: { line: 5, column: 5 } }] },
    });
  });

  it.each([
    ['---\na: 1\n---\nb: 2', 'it holds several documents'],
    ['a: *x', 'aliases (`*name`) are not read'],
    ['? [a, b]\n: c', 'a key is a list or a mapping; a key is a word'],
    [`a: ${'['.repeat(22)}${']'.repeat(22)}`, 'it nests deeper than 20 levels'],
    [
      Array.from({ length: 5_001 }, (_, index) => `k${index}: v`).join('\n'),
      'it holds more than 5000 values',
    ],
  ])('refuses what is a trap or a weapon (%#)', (text, message) => {
    expect(faultOf(text)).toContain(message);
  });

  it('takes twice the time for twice the text', () => {
    const time = (count: number) => {
      const text = `list:\n${Array.from({ length: count }, (_, at) => `  - value ${at} ${'x'.repeat(150)}`).join('\n')}`;
      const start = performance.now();
      readYaml(text);
      return performance.now() - start;
    };
    time(500);
    const [small, large] = [Math.min(time(1_200), time(1_200)), Math.min(time(4_800), time(4_800))];
    expect(large / small).toBeLessThan(12);
  });
});

describe('what is no YAML is told in words that an author knows, with what to do', () => {
  it.each([
    ['title: Faster: and better', '1:14', 'a colon within a text', 'in quotation marks'],
    ['title: @home', '1:8', 'a text that begins with `@`', 'in quotation marks'],
    ['title: - A', '1:8', 'a text that begins with `-`', 'in quotation marks'],
    ['tags:\n\t- a', '2:1', 'a tab at the beginning of a line', 'spaces'],
    ['a: 1\na: 2', '2:1', 'the key `a` stands twice', 'Leave out one'],
    ['title: "A', '1:10', 'a quotation mark that is not closed', '`"`'],
    ["title: 'A", '1:10', 'a quotation mark that is not closed', "`'`"],
    ["title: 'It's here'", '1:12', 'a text that goes on behind its closing quotation mark', '`"…"`'],
    ['title: "Fast" boats', '1:15', 'a text that goes on behind its closing quotation mark', "`'…'`"],
    ['title: "C:\\dir"', '1:12', 'a backslash in double quotation marks that stands for nothing', "`'…'`"],
    ['tags: [a, b\nid: x', '2:1', 'a bracket that is not closed', '`]`'],
    ['title:Fast\nid: x', '2:3', 'a colon without a space behind it', '`title: Fast`'],
    ['id: x\ntitle:Fast\nstatus: draft', '3:7', 'a colon without a space behind it', '`title: Fast`'],
    ['title: A\nJust words\nid: x', '3:3', 'a line that is no `key: value`', 'two spaces'],
    ['title: A\n  id: x', '2:5', 'a line that begins in another column than those above it', 'same column'],
    [
      'tags:\n    - a\n  - b',
      '3:3',
      'a line that begins in another column than those above it',
      'same column',
    ],
    ['- title: A', '1:1', 'it is not a list of `key: value` lines', 'without a dash'],
    ['a: 1\n---\nb: 2', '1:1', 'it holds several documents', '`---`'],
  ])('%j', (text, place, message, hint) => {
    const fault = catchFault(text);
    expect(`${fault.place.line}:${fault.place.column} ${fault.message}`).toBe(`${place} ${message}`);
    expect(fault.hint).toContain(hint);
  });
});
