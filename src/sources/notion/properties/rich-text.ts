import type { RichTextItemResponse } from '@notionhq/client';
import type { PhrasingContent } from 'mdast';
import { renderInline } from '../../../plan/markdown.ts';
import { formulaNodes } from '../../../plan/maths.ts';
import { absoluteUrl } from '../dialect/references.ts';
import { tidyInline } from '../dialect/tidy.ts';

/** Rich text as a person reads it, in one line. People who are mentioned stay inside. */
export function readPlainText(items: readonly RichTextItemResponse[]): string {
  return items
    .map((item) => (isPerson(item) ? '' : item.plain_text))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Rich text as inline Markdown. */
export function readMarkdownText(items: readonly RichTextItemResponse[]): string {
  return renderInline(tidyInline(items.flatMap(toMarkdown)));
}

function toMarkdown(item: RichTextItemResponse): PhrasingContent[] {
  if (isPerson(item)) return [];
  const { bold, italic, strikethrough, code } = item.annotations;
  const text = item.plain_text;
  let nodes: PhrasingContent[] =
    item.type === 'equation'
      ? formulaNodes(text)
      : code
        ? [{ type: 'inlineCode', value: text }]
        : text
            .split('\n')
            .flatMap((value, index) => [
              ...(index > 0 ? [{ type: 'break' as const }] : []),
              { type: 'text' as const, value },
            ]);
  if (strikethrough) nodes = [{ type: 'delete', children: nodes }];
  if (italic) nodes = [{ type: 'emphasis', children: nodes }];
  if (bold) nodes = [{ type: 'strong', children: nodes }];
  return item.href ? [{ type: 'link', url: absoluteUrl(item.href), title: null, children: nodes }] : nodes;
}

function isPerson(item: RichTextItemResponse): boolean {
  return item.type === 'mention' && item.mention.type === 'user';
}
