import type { Nodes, Paragraph } from 'mdast';
import type { Place } from './document.ts';
import { linesOf } from './line-notes.ts';
import { membersHost } from './link-kinds.ts';
import { findKey } from './live-keys.ts';
import { plainText } from './markdown.ts';

/** Something that hides nothing from readers, although its author may think so. */
export interface Seen {
  text: string;
  hint: string;
  place: Place | undefined;
}

/**
 * What stands in a text for readers and is most likely left over: words that are struck out, comments of word processors, heads of e-mails, links of
 * notes apps, addresses that only members can open, and keys of machines. What is meant is not known, so that all of it is published.
 * @param areChanges true where what is to be done yet is told as if it were done
 */
export function findSeen(node: Nodes, areChanges = false): Seen[] {
  const own = ownMarks(node, areChanges);
  const below = 'children' in node ? node.children.flatMap((each) => findSeen(each, areChanges)) : [];
  return [...own, ...below];
}

function ownMarks(node: Nodes, areChanges: boolean): Seen[] {
  switch (node.type) {
    case 'delete':
      return [
        seen(
          node,
          `struck-out words “${quote(plainText(node))}”, which readers see`,
          'Delete them if they are no longer meant.',
        ),
      ];
    case 'link': {
      const host = membersHost(node.url);
      const members = seen(
        node,
        `link to \`${host}\`, which most likely only members can open`,
        'Readers see its address. Lead to a public page, or leave it out.',
      );
      return [...(host ? [members] : []), ...key(node, node.url)];
    }
    case 'text':
    case 'inlineCode':
    case 'code':
      return key(node, node.value);
    case 'listItem':
      return areChanges && node.checked === false
        ? [
            seen(
              node,
              `open box before “${quote(plainText(node))}”, which readers see as done`,
              'Take it out, or tick it.',
            ),
          ]
        : [];
    case 'paragraph':
      return leftOver(node);
    default:
      return [];
  }
}

function leftOver(paragraph: Paragraph): Seen[] {
  // What stands in code is shown as it is meant.
  const words = paragraph.children.filter((child) => child.type !== 'inlineCode');
  const lines = linesOf(words).map((line) => line.trim());
  const heads = lines.filter((line) => HEAD.test(line));
  const isMail = heads.length > 1 && heads.some((line) => MAIL.test(line));
  const first = (is: (line: string) => boolean, what: (line: string) => string, hint = HINT): Seen[] => {
    const above = lines.findIndex(is);
    return above < 0 ? [] : [seen(paragraph, what(lines[above] as string), hint, above)];
  };
  return [
    ...first(
      (line) => LINK.test(line),
      (line) => `\`${LINK.exec(line)?.[0]}\`, which is no link here`,
      'Readers see it as it is written.',
    ),
    ...first(
      (line) => COMMENT.test(line),
      (line) => `comment “${quote(line)}”, which readers see`,
    ),
    ...first(
      (line) => (isMail && HEAD.test(line)) || FORWARDED.test(line),
      (line) => `words of an e-mail “${quote(line)}”, which readers see`,
    ),
  ];
}

function key(node: Nodes, text: string): Seen[] {
  const found = findKey(text);
  if (!found) return [];
  const fence = node.type === 'code' ? 1 : 0;
  const above = node.type === 'link' ? 0 : fence + text.slice(0, found.from).split('\n').length - 1;
  const hint = 'Whoever reads it can use it: take it out, and make it invalid where it was ever public.';
  return [seen(node, `\`${found.name}\`, which looks like a key of a machine`, hint, above)];
}

const HINT = 'Take it out if it is not for readers.';
/** As Google Docs and Word leave them behind where a text is copied, and as people write code. */
const COMMENT = /^(?:\[[a-z]{1,2}\](?=[^\s([:,.;])|.*Commented \[[A-Z]{1,4}\d+\]:|\/\/\s|\/\*)/;
const LINK = /!?\[\[(?=[^[\]\n]*\p{L})[^[\]\n]+\]\]/u;
const HEAD = /^(?:from|to|cc|sent|subject|von|an|gesendet|betreff|de|objet):\s/i;
/** “From” and “To” say so of much else. */
const MAIL = /^(?:cc|sent|subject|gesendet|betreff|objet):/i;
const FORWARDED =
  /^(?:-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht)|on .{6,80} wrote:$)/i;

/** @param above how many lines of the node stand above it */
function seen(node: Nodes, what: string, hint: string, above = 0): Seen {
  const start = node.position?.start;
  return {
    text: `Doubtful ${what}`,
    hint,
    place: start && { line: start.line + above, column: start.column },
  };
}

function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
