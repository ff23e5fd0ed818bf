/**
 * True for Markdown that leaves nothing to interpret: headings, paragraphs, lists, check-lists, simple tables, quotes and alerts between blank lines,
 * comments on lines of their own, bold and italic words, short code, fenced code under a blank line, links with http or within the site, pictures of the site. It says no
 * to anything in doubt: other HTML, references, footnotes, escapes, entities, nested emphasis, bare `www` and mail addresses, dollars, quotes in
 * lists, tables with gaps, deep lists, tabs and exotic spaces.
 */
export function isPlainMarkdown(text: string): boolean {
  // What stands for code or a link is a letter that no address has: one that touches them goes on in them.
  const bare = text
    .replace(COMMENT, 'x')
    .replace(FENCED, '$1x')
    .replace(BOX, UNDERLINE.test(text) ? '$&' : 'x')
    .replace(CODE, 'é')
    .replace(IMAGE, 'é')
    .replace(LINK, 'é')
    .replace(ADDRESS, 'x')
    .replace(BOLD, '$1x')
    .replace(ITALIC, '$1x')
    .replace(QUOTE, withoutQuoteMarks)
    .replace(HARMLESS, ' ');
  return !DOUBTFUL.test(bare) && hasPlainBars(bare);
}

/** A comment on lines of its own that is nothing else. */
export const COMMENT = /(?<=^|\n\n)<!-- ?[\p{L}\p{N}](?:(?!```)[^<>\n-]|\n(?!\n))*-->(?=\n\n|\n?$)/gu;
/** Code between fences under a blank line; no line of it stands farther out than they do. */
const FENCED =
  /(?<=^|\n *\n)( {0,3})```[a-z]*\n(?:(?:\1(?:(?!```)[^\x00-\x1f\x7f-\x9f\ud800-\udfff])*)?\n)*?\1```(?=\n|$)/gu;
const CODE = /(?<![`\\])`(?! )[^`|\\\x00-\x1f\x7f-\x9f\ud800-\udfff]+(?<! )`(?!`)/g;
const LINK =
  /(?<!!)\[[\p{L}\p{N}][\p{L}\p{N} .,:;!?/“”’-]*\]\((?:https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+|\/)[a-z0-9/#%._?=~+,:-]*\)/giu;
const IMAGE =
  /!\[[\p{L}\p{N}][\p{L}\p{N} .,:;’-]*\]\(\/[a-z0-9/#._-]*[a-z0-9](?: "[\p{L}\p{N} .,:;’-]*")?\)/giu;
const ADDRESS =
  /(?<=^|[ |])https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/(?:[a-z0-9._/-]*[a-z0-9/-])?)?(?=$|[ |])/gim;
const BOLD = /(^|[ |])\*\*[\p{L}\p{N}](?:[^*\n|[\]]*[\p{L}\p{N}.!?:,)])?\*\*(?=$|[ |.,:;])/gmu;
const ITALIC = /(^|[ |])([*_])[\p{L}\p{N}](?:[^*_\n|[\]]*[\p{L}\p{N}.!?:,)])?\2(?=$|[ |.,:;])/gmu;
const QUOTE =
  /(?<=^|\n\n)> (?:\[!|(?![*_] )[\p{L}*_“„«—])[^\n|]*(?:\n>(?: (?![*_] )[\p{L}*_“„«—][^\n|]*)?)*(?=\n\n|\n?$)/gu;
const ALERT = /^\[!(?:note|tip|important|warning|caution)\]$/im;
/** Of a check-list; with a line under it that makes a heading of the words behind it, none knows what it is. */
const BOX = /(?<=^ *(?:[-*+]|\d+[.)]) )\[[ x]\](?= [\p{L}\p{N}])/gimu;
const UNDERLINE = /^ *(?:=+|-+) *$/m;
/** Between words, or inside one, these are only themselves; a list may have stars. */
const HARMLESS = /(?<=[a-z0-9|] )[<>&](?= )|(?<=[a-z0-9])_(?=[a-z0-9])|<(?=\d)|->|^ *\*(?= +\S)/gim;
const DOUBTFUL =
  /[<>&\\~_`*[\]^@$\x00-\x09\x0b-\x1f\x7f-\x9f]|[^\S \n]|www|https?:|^ *(?:[-+]|\d+[.)]|#+) *$|^(?: *(?:[-+]|\d+[.)])){9}|^ {40}/im;

function withoutQuoteMarks(quote: string): string {
  return quote.replace(/^>(?: |$)/gm, '').replace(ALERT, 'x');
}

/** Every line with a bar belongs to a table that stands on its own, with as many cells under the head as in it. */
function hasPlainBars(text: string): boolean {
  if (!text.includes('|')) return true;
  return text.split(/\n *\n/).every((block) => {
    if (!block.includes('|')) return true;
    const lines = block.replace(/^\n+|\n+$/g, '').split('\n');
    const end = lines.findIndex((line) => ENDS_TABLE.test(line));
    const [head = '', rule = '', ...rows] = lines.slice(0, end < 0 ? undefined : end);
    const isTable = ROW.test(head) && RULE.test(rule) && count(head) === count(rule);
    const isRow = (row: string) =>
      ROW.test(row) && count(row) === count(head) && indent(row) === indent(head);
    const isLast = end < 0 || !lines.slice(end).join('').includes('|');
    return isTable && [rule, ...rows].every(isRow) && isLast;
  });
}

const ROW = /^ {0,3}\|(?:[^|]*\|)+ *$/;
const RULE = /^ {0,3}\|(?: *:?-+:? *\|)+ *$/;
/** What ends a table without an empty line, and is no row of it. */
const ENDS_TABLE = /^ *(?:[-*] |\d+\. |#{1,6} )[^|]*$/;

function count(row: string): number {
  return row.split('|').length;
}

function indent(row: string): number {
  return row.indexOf('|');
}
