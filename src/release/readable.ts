/** Why no reader of Markdown should be given a text: what there is too much of, how much may be, and from which line on. */
export interface Unreadable {
  /** “table with more than 200 columns”. */
  found: string;
  /** “at most 200”. */
  expected: string;
  /** Counted from 1. */
  line: number;
}

/**
 * The first thing in a Markdown text that would take a parser out of its stack or time, or make its output many times as long as the text.
 * No person writes such a text. Takes time in proportion to the length of the text, and the same text always has the same answer.
 */
export function findUnreadable(text: string): Unreadable | undefined {
  const whole = { weight: 0, notes: 0 };
  let block = newBlock();
  for (const [index, line] of text.split('\n').entries()) {
    const isBlank = /^[ \t]*$/.test(line);
    if (isBlank || START.test(line)) block = newBlock();
    const found =
      findDepth(line) ??
      findInBlock(block, line) ??
      findInTable(block, line) ??
      findInWhole(whole, line, text.length);
    if (found) return { ...found, line: index + 1 };
    if (!isBlank) block.lines++;
  }
  return undefined;
}

export function isReadable(text: string): boolean {
  return findUnreadable(text) === undefined;
}

type Found = Omit<Unreadable, 'line'> | undefined;

/** What a parser looks at together: a paragraph, an item of a list, a table. */
interface Block {
  lines: number;
  counts: Record<keyof typeof IN_BLOCK, number>;
  brackets: number;
  isNested: boolean;
  lazy: number;
  /** Columns of the table that the block is, once it is one. */
  columns: number;
  /** Cells that its rows leave out, and a renderer fills in. */
  missing: number;
  length: number;
}

function newBlock(): Block {
  return {
    lines: 0,
    counts: { emphasis: 0, links: 0, squares: 0, tags: 0, declarations: 0 },
    brackets: 0,
    isNested: false,
    lazy: 0,
    columns: 0,
    missing: 0,
    length: 0,
  };
}

/** Items and headings begin anew whatever stands above them. */
const START = /^ {0,3}(?:[-+*] {1,3}\S|#{1,6} )/;

const DEEPEST = 40;
const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))+/;
const CONTAINER = /[>*+-]|\d{1,9}[.)]/g;
const DEEP_INDENT = /^[ \t]{100,}(?:[-+*>]|\d{1,9}[.)])/;

function findDepth(line: string): Found {
  const opened = CONTAINERS.exec(line)?.[0].match(CONTAINER)?.length ?? 0;
  if (opened > DEEPEST || DEEP_INDENT.test(line)) {
    return { found: 'lists and quotes nested in each other', expected: `at most ${DEEPEST} levels` };
  }
  return undefined;
}

/** What costs with its square within a block: the name, how it is found, and how much may be. */
const IN_BLOCK = {
  emphasis: { name: 'marks of emphasis', pattern: /\*+|_+|~+/g, most: 1_000 },
  links: { name: 'links', pattern: /\]\(/g, most: 1_000 },
  squares: { name: 'square brackets', pattern: /[[\]]/g, most: 5_000 },
  tags: { name: 'opening angle brackets', pattern: /</g, most: 2_000 },
  declarations: { name: 'opened comments and declarations of HTML', pattern: /<[!?]/g, most: 50 },
} as const;
const COUNTS = Object.entries(IN_BLOCK) as [
  keyof typeof IN_BLOCK,
  (typeof IN_BLOCK)[keyof typeof IN_BLOCK],
][];
/** Anything that is counted within a block. */
const COUNTED = /[*_~[\]<]/;
const MOST_BRACKETS = 60;
const MOST_LAZY = 500;

function findInBlock(block: Block, line: string): Found {
  if (!COUNTED.test(line)) return findLazy(block, line);
  for (const [key, { name, pattern, most }] of COUNTS) {
    const count = (block.counts[key] += line.match(pattern)?.length ?? 0);
    if (count > most)
      return { found: `paragraph with more than ${many(most)} ${name}`, expected: 'several paragraphs' };
  }
  for (const [bracket] of line.matchAll(/[[\]]/g)) {
    block.brackets = Math.max(0, block.brackets + (bracket === '[' ? 1 : -1));
    if (block.brackets > MOST_BRACKETS)
      return { found: 'brackets nested in each other', expected: `at most ${MOST_BRACKETS} levels` };
  }
  return findLazy(block, line);
}

function findLazy(block: Block, line: string): Found {
  const isContained = CONTAINERS.test(line);
  if (block.isNested && !isContained && ++block.lazy > MOST_LAZY)
    return {
      found: `list or quote that goes on for more than ${MOST_LAZY} lines without a mark`,
      expected: 'a mark at the beginning of each line, or an empty line above',
    };
  block.isNested ||= isContained;
  return undefined;
}

const RULE = /^[\s>*+-]*[|:-][\s|:-]*$/;
const MOST_COLUMNS = 200;

function findInTable(block: Block, line: string): Found {
  block.length += line.length + 1;
  const bars = line.match(/\|/g)?.length ?? 0;
  if (block.columns === 0) {
    if (block.lines > 0 && bars > 0 && RULE.test(line)) block.columns = bars + 1;
  } else block.missing += Math.max(0, block.columns - 2 - Math.max(1, bars - 1));
  if (block.columns > MOST_COLUMNS + 2)
    return { found: `table with more than ${MOST_COLUMNS} columns`, expected: `at most ${MOST_COLUMNS}` };
  if (block.missing > Math.max(200, 2 * block.length))
    return {
      found: 'table that is mostly missing cells',
      expected: 'as many cells in each row as in the head',
    };
  return undefined;
}

const MOST_WEIGHT = 30_000;
const MARKS = /[*_~`[\]<&\\@|:$#]/g;

function findInWhole(whole: { weight: number; notes: number }, line: string, length: number): Found {
  // Each line of a quote is looked at again whenever another one is, and each item moves all that stands below it.
  const own = line === '' ? 1 : CONTAINERS.test(line) ? 6 : 2;
  whole.weight += own + (line.match(MARKS)?.length ?? 0);
  whole.notes += line.match(/\[\^/g)?.length ?? 0;
  if (whole.weight > MOST_WEIGHT) {
    return { found: `text with more than ${many(MOST_WEIGHT)} lines and marks`, expected: 'several texts' };
  }
  if (whole.notes > 20 && whole.notes * 8 > length)
    return { found: 'text that is mostly footnotes', expected: 'more words than footnotes' };
  return undefined;
}

function many(count: number): string {
  return count.toLocaleString('en');
}
