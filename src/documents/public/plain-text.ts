import type { Nodes } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { ALERT } from './html-callout.ts';
import { inlineOnly } from './inline-only.ts';
import { isBreak, withoutComments } from './literal-html.ts';
import { keptText } from './kept-text.ts';
import { cutWords, oneLine } from './one-line.ts';
import { parseReadable } from './parse-text.ts';
import { isPlainLine, readCodeLine, readPlainParagraphs } from './plain-line.ts';
import { printable } from './printable.ts';
import { readFrameEdge, titleText } from '../../release/frames.ts';
import { isReadable } from '../../release/readable.ts';

const titleParser = remark().use(remarkGfm).use(inlineOnly).freeze();

/** A title in inline Markdown → its words in one line, for `<title>`, feeds and JSON. Not escaped for anything. */
export function renderPlainText(markdown: string): string {
  const line = oneLine(markdown);
  if (isPlainLine(line) || !isReadable(line)) return line;
  return (
    readCodeLine(line)?.join('') ??
    keptText(`plain title\n${line}`, () => oneLine(wordsOf(titleParser.parse(line))))
  );
}

/** A whole text in Markdown → its words in one line, cut between words to at most `length` characters. */
export function renderExcerpt(markdown: string, length = Infinity): string {
  const text = printable(markdown);
  const simple = readPlainParagraphs(text)
    ?.map((pieces) => pieces.join(''))
    .join(' ');
  return cutWords(simple ?? readWords(text), length);
}

function readWords(text: string): string {
  return keptText(`plain\n${text}`, () => {
    const tree = parseReadable(text);
    return tree ? wordsOf(tree) : text;
  });
}

function wordsOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.value.replace(ALERT, '');
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'html':
      return wordsOfHtml(node.value);
    case 'image':
      return node.alt ?? '';
    case 'break':
      return ' ';
    case 'footnoteReference':
    case 'footnoteDefinition':
    case 'definition':
      return '';
    default:
      return 'children' in node
        ? node.children.map(wordsOf).join(inlineParents.has(node.type) ? '' : ' ')
        : '';
  }
}

function wordsOfHtml(html: string): string {
  const edge = readFrameEdge(html);
  if (edge) return 'opens' in edge && edge.opens.name === 'details' ? titleText(edge.opens.title) : '';
  return isBreak(html) ? ' ' : withoutComments(html);
}

const inlineParents = new Set([
  'paragraph',
  'heading',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'tableCell',
]);
