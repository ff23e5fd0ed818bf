import type { Nodes, PhrasingContent, Root } from 'mdast';

/**
 * Markdown → its tree, in which each formula is spelt so that nothing can take it for words: `` $`x`$ `` in a line, and a block of code
 * in `math` on lines of its own, as GitHub and Notion write them. Authors may write `$x$`, `$$x$$` and lines of `$$` as well.
 *
 * A dollar is money unless it stands right before something, a second one right after something on the same line, neither touches a
 * letter or a digit on its outer side, and what lies between does not read like “5 to 10”. `\$` is always a dollar.
 */
export function parseWithMaths(markdown: string, parse: (markdown: string) => Root): Root {
  const first = parse(markdown);
  if (!markdown.includes('$')) return first;
  const withBlocks = spellBlocks(markdown, first);
  const second = withBlocks === markdown ? first : parse(withBlocks);
  const spelt = spellLines(withBlocks, second);
  return spelt === withBlocks ? second : parse(spelt);
}

/** A formula in a line as every parser keeps it: code between two dollars. */
export function formulaNodes(formula: string): PhrasingContent[] {
  const dollar = { type: 'text', value: '$' } as const;
  return [dollar, { type: 'inlineCode', value: formula }, dollar];
}

/** TeX without what its author says behind `%`. */
export function withoutTexComments(formula: string): string {
  return formula.replace(/(?<!\\)((?:\\\\)*)%.*$/gm, '$1');
}

function spellBlocks(markdown: string, root: Root): string {
  const isCode = maskOf(markdown, root, ['code', 'inlineCode', 'html']);
  return markdown.replace(
    BLOCK,
    (whole: string, opening: string, lines: string, closing: string, at: number) =>
      isCode[at + opening.length] ? whole : `${opening}\`\`\`math\n${lines}${closing}\`\`\``,
  );
}

/** Two lines of `$$`, in lists and quotes too, and the lines between them. */
const BLOCK =
  /^((?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t])*)\$\$[ \t]*\n((?:(?![ \t>]*\$\$).*\n){1,100}?)([ \t>]*)\$\$[ \t]*$/gm;

function spellLines(markdown: string, root: Root): string {
  const isText = maskOf(markdown, root, ['text']);
  return markdown.replace(LINE, (whole: string, double = '', single = '', at: number) => {
    const isWord = !isText[at] || !isText[at + whole.length - 1];
    return isWord ? whole : `$\`${(double || single).trim()}\`$`;
  });
}

const BEFORE = String.raw`(?<![\\$\p{L}\p{N}_/\x60])`;
const BODY = String.raw`((?:\\.|[^\\$\x60\n])+)`;
/** A number, and later a bare word: two prices. */
const AMOUNT = String.raw`[\d.,]+\s(?:[^$\n]*[^\\{$\n\p{L}])?\p{L}{2}`;
const REST = String.raw`(?:\$${BODY}\$\$|(?!\s|${AMOUNT})${BODY}(?<!\s)\$)(?![\p{L}\p{N}_$\x60])`;
const LINE = new RegExp(String.raw`${BEFORE}\$${REST}`, 'gu');

/** For remark's serialiser: a dollar that is a word, but would be read as the beginning of a formula. */
export const literalDollar = {
  character: '$',
  before: BEFORE,
  after: `(?=${REST})`,
  unicode: true,
  inConstruct: 'phrasing' as const,
};

/** For each character of the source, whether it stands in one of these nodes. */
function maskOf(markdown: string, root: Root, types: readonly Nodes['type'][]): Uint8Array {
  const mask = new Uint8Array(markdown.length);
  const walk = (node: Nodes): void => {
    if (types.includes(node.type)) mask.fill(1, node.position?.start.offset, node.position?.end.offset);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(root);
  return mask;
}
