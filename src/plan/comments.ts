import type { PhrasingContent } from 'mdast';
import { isLabelledInternal } from './internal-mark.ts';
import { withoutLineNotes } from './line-notes.ts';
import { plainText } from './markdown.ts';

/** The words of a picture or the title of a link, without comments and notes; nothing where they are one. */
export function publicWords<Text extends string | null | undefined>(text: Text): Text {
  if (!text) return text;
  const words = text.replace(/<!--[\s\S]*?(?:-->|$)/g, '').trim();
  if (isLabelledInternal(words)) return '' as Text;
  return plainText(withoutLineNotes([{ type: 'text', value: words }])) as Text;
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
    node.type === 'text'
      ? {
          ...node,
          value: node.value.replace(
            /(^|\n)\[(?:(?:\/\/|comment)?\]:|[^\]\n]{1,40}\]:\s*(?:#|<>)\s)[^\n]*/gi,
            '$1',
          ),
        }
      : node,
  );
}

/**
 * How comments begin and end in HTML, and in what people write Markdown with, as regular expressions. Where several match, the first one counts.
 * Markdown takes the stars of MDX and Hugo for emphasis; a dash within braces takes away white space.
 */
export const COMMENTS: readonly [Comment, ...Comment[]] = [
  [String.raw`<\s?!\s?--`, '--!?>'],
  // As programs write that make one dash out of two.
  ['<!—', '—>'],
  ['<!–', '–>'],
  ['<!-', '(?<!-)->'],
  // FreeMarker, JSP, ERB.
  ['<#--', '--!?>'],
  ['<%--', '--%>'],
  ['<%#', '%>'],
  // Handlebars, Blade, Hugo, MDX.
  [String.raw`\{\{!--`, String.raw`--\}\}`],
  [String.raw`\{\{!`, String.raw`(?<![/-]|\*/\s-)\}\}`],
  [String.raw`\{\{--`, String.raw`--\}\}`],
  [String.raw`\{\{-?\s?/(?:\*|$)`, String.raw`(?:\*|^)/\s?-?\}\}`],
  [String.raw`\{\s?/(?:\*|$)`, String.raw`(?:\*|^)/\s?\}`],
  [String.raw`\{\{[<%]\s*comment\s*[>%]\}\}`, String.raw`\{\{[<%]\s*/\s*comment\s*[>%]\}\}`],
  // Obsidian, CriticMarkup, Jinja, Liquid, Kramdown.
  ['%%', '%%'],
  [String.raw`\{>>`, String.raw`<<\}`],
  [String.raw`\{--`, String.raw`--\}`],
  [String.raw`\{#(?=\s|$|[^{}\n]*#\})`, String.raw`#\}`],
  [String.raw`\{%-?\s*comment\b[^%\n]*%\}`, String.raw`\{%-?\s*endcomment\b[^%\n]*%\}`],
  [String.raw`\{%-?\s*#`, String.raw`-?%\}`],
  [String.raw`\{::comment\}`, String.raw`\{:/(?:comment)?\}`],
];
type Comment = readonly [begin: string, end: string];
