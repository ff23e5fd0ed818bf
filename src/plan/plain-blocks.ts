import type { Code, List, PhrasingContent, RootContent, Table } from 'mdast';
import { unwrap } from './unwrap.ts';

/**
 * Blocks as Markdown, as the renderer of records writes them, where nothing in them can be read in another way: most are like this, and need no
 * renderer. Absent for others.
 */
export function renderPlain(nodes: readonly RootContent[]): string | undefined {
  const plain: string[] = [];
  for (const [place, node] of nodes.entries()) {
    // Lists beside each other, for one, have different bullets.
    const isBesideOther = node.type !== 'paragraph' && place > 0 && nodes[place - 1]?.type !== 'paragraph';
    const text = isBesideOther ? undefined : renderBlock(node);
    if (text === undefined) return undefined;
    plain.push(text);
  }
  return plain.join('\n\n');
}

function renderBlock(node: RootContent): string | undefined {
  switch (node.type) {
    case 'paragraph':
      return renderPlainLine(node.children);
    case 'list':
      return renderList(node);
    case 'table':
      return renderTable(node);
    case 'code':
      return renderCode(node);
    default:
      return undefined;
  }
}

/** Bullets with a line each. */
function renderList({ ordered, spread, children }: List): string | undefined {
  if (ordered || spread !== false) return undefined;
  const lines = children.map(({ checked, children: [first, ...others] }) =>
    typeof checked !== 'boolean' && first?.type === 'paragraph' && others.length === 0
      ? renderPlainLine(first.children)
      : undefined,
  );
  return lines.every(Boolean) ? lines.map((line) => `- ${line}`).join('\n') : undefined;
}

function renderTable({ children }: Table): string | undefined {
  const [head, ...rows] = children.map((row) => row.children.map((cell) => renderPlainLine(cell.children)));
  const isPlain = [head, ...rows].every((row) => row?.length === head?.length && row?.every(isPlainCell));
  if (!head || !isPlain) return undefined;
  return [head, head.map(() => '-'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function isPlainCell(text: string | undefined): boolean {
  return Boolean(text) && !text?.includes('|');
}

function renderCode({ lang, meta, value }: Code): string | undefined {
  const isPlain = !meta && /^[a-z]*$/.test(lang ?? '') && value !== '' && !value.includes('`');
  return isPlain ? `\`\`\`${lang ?? ''}\n${value}\n\`\`\`` : undefined;
}

/** The same of words in a line, as those of a paragraph are. */
export function renderPlainLine(nodes: readonly PhrasingContent[]): string | undefined {
  const parts: PlainPart[] = [];
  for (const child of nodes) {
    const part = plainPart(child);
    if (!part || (child.type === 'text' && parts.at(-1)?.isText)) return undefined;
    parts.push(part);
  }
  const bare = parts
    .map((part) => part.bare)
    .join('')
    .trim()
    .replace(LONE_MARK, '$1x');
  return PLAIN.test(bare)
    ? parts
        .map(({ words }) => words)
        .join('')
        .trim()
    : undefined;
}

interface PlainPart {
  words: string;
  /** The same with a letter for what has marks of its own, or with a sign where these must not touch other words. */
  bare: string;
  isText?: true;
}

function plainPart(node: PhrasingContent): PlainPart | undefined {
  if (node.type === 'text') {
    const words = unwrap(node.value);
    return { words, bare: words, isText: true };
  }
  if (node.type === 'inlineCode') {
    return CODE.test(node.value) ? { words: `\`${node.value}\``, bare: 'x' } : undefined;
  }
  if (node.type !== 'strong' && node.type !== 'emphasis' && node.type !== 'link') return undefined;
  const [only, ...others] = node.children;
  if (only?.type !== 'text' || others.length > 0 || !MARKED.test(only.value)) return undefined;
  const words = only.value.normalize('NFC');
  if (node.type === 'strong') return { words: `**${words}**`, bare: MARK };
  if (node.type === 'emphasis') return { words: `_${words}_`, bare: MARK };
  return ADDRESS.test(node.url) && !node.title ? { words: `[${words}](${node.url})`, bare: MARK } : undefined;
}

const PLAIN =
  /^(?!www\b)(?:\p{L}|\d(?!\d*\)|\d*\.(?!\d)))(?:[\p{L}\p{N} ,;()'"’‘“”„–—…?!%€§°≤≥→×·#={}/+-]|[.:](?=[ )]|$)|(?<=\d)[.:](?=\d))*$/iu;
const CODE = /^[^\s`](?:[^`\s]| (?! ))*(?<! )$/;
const MARKED = /^[\p{L}\p{N}](?:[\p{L}\p{N},'’–-]| (?! ))*(?<=[\p{L}\p{N}])$/u;
const ADDRESS = /^https?:\/\/[a-z0-9./-]+$/i;
const MARK = '\u0001';
const LONE_MARK = /(^|[ (])\u0001(?=$|[ ,.;:!?)])/g;
