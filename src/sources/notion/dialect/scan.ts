import { readTag } from './tags.ts';

/** What belongs together in one line of rich text, found in a single pass. All numbers are places in the text. */
export interface Scan {
  /** By the first backtick: where the code begins, where it ends, and what comes after its closing backticks. */
  code: ReadonlyMap<number, { from: number; to: number; end: number }>;
  /** Opening bracket → closing bracket. */
  brackets: ReadonlyMap<number, number>;
  /** Opening parenthesis → closing parenthesis. */
  parentheses: ReadonlyMap<number, number>;
  /** By the place of an opening tag: its closing tag. */
  closings: ReadonlyMap<number, { start: number; end: number }>;
}

export function scan(text: string): Scan {
  const runs = backtickRuns(text);
  const code = new Map<number, { from: number; to: number; end: number }>();
  const brackets = new Map<number, number>();
  const parentheses = new Map<number, number>();
  const closings = new Map<number, { start: number; end: number }>();
  const openBrackets: number[] = [];
  const openParentheses: number[] = [];
  const openTags = new Map<string, number[]>();
  for (let index = 0; index < text.length; index++) {
    const char = text[index];
    if (char === '\\') {
      index++;
    } else if (char === '`') {
      const length = runLength(text, index);
      const to = nextRun(runs, length, index + length);
      if (to !== undefined) code.set(index, { from: index + length, to, end: to + length });
      index = (to ?? index) + length - 1;
    } else if (char === '[') {
      openBrackets.push(index);
    } else if (char === '(') {
      openParentheses.push(index);
    } else if (char === ']') {
      const open = openBrackets.pop();
      if (open !== undefined) brackets.set(open, index);
    } else if (char === ')') {
      const open = openParentheses.pop();
      if (open !== undefined) parentheses.set(open, index);
    } else if (char === '<') {
      const tag = readTag(text, index);
      if (!tag) continue;
      const end = index + tag.text.length;
      const open = openTags.get(tag.name) ?? [];
      openTags.set(tag.name, open);
      if (tag.kind === 'open') open.push(index);
      const begin = tag.kind === 'close' ? open.pop() : undefined;
      if (begin !== undefined) closings.set(begin, { start: index, end });
      index = end - 1;
    }
  }
  return { code, brackets, parentheses, closings };
}

export function runLength(text: string, index: number): number {
  let end = index;
  while (text[end] === '`') end++;
  return end - index;
}

/** Where runs of backticks begin, by their length, the last one first. */
function backtickRuns(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (const match of text.matchAll(/`+/g)) {
    const places = runs.get(match[0].length) ?? [];
    runs.set(match[0].length, places);
    places.push(match.index);
  }
  for (const places of runs.values()) places.reverse();
  return runs;
}

/** The next run of this length. Places before `from` are never asked for again. */
function nextRun(runs: Map<number, number[]>, length: number, from: number): number | undefined {
  const places = runs.get(length) ?? [];
  while (places.length > 0 && (places.at(-1) ?? 0) < from) places.pop();
  return places.at(-1);
}
