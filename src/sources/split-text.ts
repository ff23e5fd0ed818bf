import { COMMENT } from '../release/plain-markdown.ts';

/** A run of blocks that can be read without what stands around it. */
export interface TextPart {
  text: string;
  /** How many lines and characters stand above it. */
  lines: number;
  length: number;
}

/**
 * Cuts a Markdown text above headings, where each part on its own is read as it is within the whole. Where something might reach from one part
 * into another (definitions, footnotes, formulas over several lines, HTML that ends where it says, fences in doubt), there is one part.
 */
export function splitText(text: string): TextPart[] {
  const bare = withoutFences(text);
  if (bare === undefined || REACHING.test(bare.replace(COMMENT, ''))) return [{ text, lines: 0, length: 0 }];
  const starts = [0, ...Array.from(bare.matchAll(/(?<=\n\n)#{1,6} /g), (match) => match.index)];
  let lines = 0;
  return starts.map((start, index) => {
    const part = { text: text.slice(start, starts[index + 1]), lines, length: start };
    lines += part.text.split('\n').length - 1;
    return part;
  });
}

const REACHING = /\]:|\$\$|<[!?]|<\/?(?:script|pre|style|textarea)/i;

/** The same text with other letters for code between fences; undefined where it is in doubt which fences belong together. */
function withoutFences(text: string): string | undefined {
  if (!FENCE.test(text)) return text;
  const bare = text.replace(FENCED, (block) => block.replace(/[^\n]/g, 'x'));
  return FENCE.test(bare) || HTML.test(bare) ? undefined : bare;
}

const FENCE = /```|~~~/;
/** No line within stands farther out than the fences. */
const FENCED = /^( {0,3})```[\w+-]*\n(?:(?:\1(?:(?!```)[^\n])*)?\n)*?\1```$/gm;
/** In a block of HTML a fence is none. */
const HTML = /^ *<[/a-z]/im;
