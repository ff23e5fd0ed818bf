import type { PhrasingContent } from 'mdast';
import { formulaNodes } from '../../../plan/maths.ts';
import type { DialectReader } from './context.ts';
import { readLinkOrImage } from './links.ts';
import { lineBreak, readMarkup } from './markup.ts';
import { runLength, type Scan, scan } from './scan.ts';

/** A piece of a line: something finished, plain text, or a run of marks that may begin or end emphasis. */
export type Token =
  | { type: 'node'; node: PhrasingContent }
  | { type: 'text'; value: string }
  | { type: 'mark'; mark: '*' | '~'; length: number; before: string; after: string };

/** Reads a scope of its own, such as the text of a link. */
export type ReadInline = (text: string) => PhrasingContent[];

/** What was read, up to where. */
export interface Found {
  end: number;
  nodes?: PhrasingContent[];
  text?: string;
}

/** Cuts one line of Notion's Markdown into tokens. Each character that is not markup ends up in one. */
export function tokenize(reader: DialectReader, text: string, readInline: ReadInline): Token[] {
  const tokens: Token[] = [];
  const facts = scan(text);
  let plain = '';
  const flush = () => {
    if (plain) tokens.push({ type: 'text', value: plain });
    plain = '';
  };
  for (let index = 0; index < text.length;) {
    const char = text[index] ?? '';
    const found = readSpecial(reader, text, index, facts, readInline);
    if (found) {
      plain += found.text ?? '';
      if (found.nodes) flush();
      for (const node of found.nodes ?? []) tokens.push({ type: 'node', node });
      index = found.end;
    } else if (char === '*' || (char === '~' && text[index + 1] === '~')) {
      const end = endOfRun(text, index);
      flush();
      tokens.push({
        type: 'mark',
        mark: char,
        length: end - index,
        before: text[index - 1] ?? ' ',
        after: text[end] ?? ' ',
      });
      index = end;
    } else {
      plain += char;
      index++;
    }
  }
  flush();
  return tokens;
}

function readSpecial(
  reader: DialectReader,
  text: string,
  index: number,
  facts: Scan,
  readInline: ReadInline,
): Found | undefined {
  switch (text[index]) {
    case '\\':
      return readEscape(text, index);
    case '`':
      return readCode(reader, text, index, facts);
    case '$':
      return readMath(text, index);
    case '!':
    case '[':
      return readLinkOrImage(text, index, facts, readInline);
    case '<':
      return readMarkup(reader, text, index, facts, readInline);
    default:
      return undefined;
  }
}

function readEscape(text: string, index: number): Found {
  const next = text[index + 1] ?? '';
  return /[!-/:-@[-`{-~]/.test(next) ? { end: index + 2, text: next } : { end: index + 1, text: '\\' };
}

function readCode(reader: DialectReader, text: string, index: number, facts: Scan): Found {
  const span = facts.code.get(index);
  if (!span) {
    const length = runLength(text, index);
    return { end: index + length, text: '`'.repeat(length) };
  }
  const parts = text
    .slice(span.from, span.to)
    .split(/<br\s*\/?>/i)
    .map((part) =>
      part.startsWith(' ') && part.endsWith(' ') && part.trim() !== '' ? part.slice(1, -1) : part,
    );
  const nodes = parts.flatMap<PhrasingContent>((value, at) => [
    ...(at > 0 ? [lineBreak(reader)] : []),
    ...(value === '' ? [] : [{ type: 'inlineCode' as const, value }]),
  ]);
  return { end: span.end, nodes };
}

/** A formula, spelt as no parser can misread it: `` $`x`$ ``. Without a partner a dollar is a dollar. */
function readMath(text: string, index: number): Found | undefined {
  MATH.lastIndex = index;
  const match = MATH.exec(text);
  const formula = match?.[1] ?? match?.[2];
  if (!match || formula === undefined) return undefined;
  return { end: index + match[0].length, nodes: formulaNodes(formula) };
}

const MATH = /\$`([^`]+)`\$|\$(?![\s$])((?:\\.|[^$\\])*[^\s\\$])\$(?!\d)/y;

function endOfRun(text: string, index: number): number {
  let end = index;
  while (text[end] === text[index]) end++;
  return end;
}
