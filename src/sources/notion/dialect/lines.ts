import { scan } from './scan.ts';
import { readTag } from './tags.ts';

/** One line of Notion's Markdown: its text without the tabs before it, and how many those were. */
export interface Line {
  depth: number;
  text: string;
  /** Counted from 1. */
  number: number;
  /** Inside a fence: text as it stands, with what is left of its indentation. */
  literal?: true;
}

/** Notion's own pages stay far above this; what is deeper is read as if it were not. */
export const MAX_DEPTH = 50;

/** Tags that hold blocks; each of them stands on a line of its own after `readLines`. */
const CONTAINERS = new Set([
  'details',
  'summary',
  'callout',
  'columns',
  'column',
  'tabs',
  'tab',
  'synced_block',
  'synced_block_reference',
  'meeting-notes',
  'notes',
  'transcript',
  'table',
]);

/** Cuts Notion's Markdown into lines. Tags that hold blocks get lines of their own, wherever they stood. */
export function readLines(markdown: string): Line[] {
  const lines: Line[] = [];
  let fence: string | undefined;
  const text = markdown.replace(/\n$/, '');
  text.split(/\r\n?|\n/).forEach((raw, index) => {
    const number = index + 1;
    const line = indent(raw, number);
    const mark = /^(`{3,}|~{3,})[^`]*$/.exec(line.text)?.[1];
    if (fence !== undefined) {
      const closes = mark !== undefined && mark.startsWith(fence) && /^[`~]+\s*$/.test(line.text);
      lines.push(closes ? line : { depth: line.depth, text: raw, number, literal: true });
      if (closes) fence = undefined;
    } else if (mark) {
      fence = mark;
      lines.push(line);
    } else {
      lines.push(...explode(line));
    }
  });
  return lines;
}

function indent(raw: string, number: number): Line {
  const tabs = /^\t*/.exec(raw)?.[0].length ?? 0;
  const rest = raw.slice(tabs);
  // Pasted Markdown nests lists with spaces; before anything else spaces mean nothing.
  const spaces = /^( +)(?:[-*+]|\d{1,9}[.)])(?:\s|$)/.exec(rest)?.[1]?.length ?? 0;
  return { depth: Math.min(MAX_DEPTH, tabs + Math.floor(spaces / 2)), text: rest.trim(), number };
}

/** `<columns><column>Left</column></columns>` as five lines. */
function explode(line: Line): Line[] {
  if (!line.text.includes('<')) return [line];
  const pieces: string[] = [];
  const { code } = scan(line.text);
  let from = 0;
  for (let index = 0; index < line.text.length; index++) {
    const char = line.text[index];
    if (char === '\\') {
      index++;
    } else if (char === '`') {
      index = (code.get(index)?.end ?? index + 1) - 1;
    } else if (char === '<') {
      const tag = readTag(line.text, index);
      if (!tag) continue;
      if (CONTAINERS.has(tag.name)) pieces.push(line.text.slice(from, index), tag.text);
      index += tag.text.length - 1;
      if (CONTAINERS.has(tag.name)) from = index + 1;
    }
  }
  if (pieces.length === 0) return [line];
  pieces.push(line.text.slice(from));
  return pieces.filter((piece) => piece.trim() !== '').map((piece) => ({ ...line, text: piece.trim() }));
}
