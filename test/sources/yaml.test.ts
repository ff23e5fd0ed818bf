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
