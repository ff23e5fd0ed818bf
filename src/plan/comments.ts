import type { PhrasingContent, Text } from 'mdast';
import { findHidden } from './hidden-text.ts';
import { isInternalNote } from './internal-mark.ts';
import { withoutLineNotes } from './line-notes.ts';
import { plainText } from './markdown.ts';

/** The words of a picture or the title of a link, without comments and notes; nothing where they are one. */
export function publicWords<Words extends string | null | undefined>(text: Words): Words {
  if (!text) return text;
  const words = wordsOf(text);
  if (isInternalNote(words)) return '' as Words;
  return plainText(withoutLineNotes([{ type: 'text', value: words }])) as Words;
}

/** True for such words where they are a note and nothing else. */
export function isNoteAlone(text: string): boolean {
  return wordsOf(text) !== '' && publicWords(text) === '';
}

/** Such words without comments: of one of MDX, Markdown leaves no stars, which it took for emphasis. */
function wordsOf(text: string): string {
  return withoutMarked(text.replace(/\{\s?\/[^{}*]*\/\s?\}/g, ''));
}

/** Words that Markdown makes no tree of, without comments. */
export function withoutMarked(value: string): string {
  const leaf: Text = { type: 'text', value };
  return (findHidden([leaf]).remaining.get(leaf) ?? value).trim();
}

/** The line of a text of several lines that begins with `#`: whoever writes it means a comment, and YAML has none there. */
export function findCommentLine(text: string): string | undefined {
  return text.includes('\n') ? /^[ \t]*#[ \t].*/m.exec(text)?.[0].trim() : undefined;
}

/** `[//]: # (…)` is a comment to whoever writes it. */
export function isComment({ identifier }: { identifier: string }): boolean {
  return /^(?:\/\/|comment)$/i.test(identifier);
}

/** Within a paragraph such a comment is none to Markdown, which sees words, or a reference to a comment that is one. */
export function withoutComments(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = { ...last, value: last.value + node.value };
    else joined.push(node);
  }
  return joined.map((node) =>
    node.type === 'text' ? { ...node, value: node.value.replace(COMMENT_LINES, '') } : node,
  );
}

const COMMENT_LINES = /^\[(?:(?:\/\/|comment)?\]:|[^\]\n]+\]:\s*(?:#|<>)\s).*/gim;
