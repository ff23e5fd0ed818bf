import type { Nodes, RootContent } from 'mdast';
import { plainText } from './markdown.ts';

/**
 * Notes that stay inside although they stand in a public section: a quote, callout or toggle that begins with “Internal” or 🔒.
 * They go with everything under them.
 */
export function isInternalNote(node: Nodes): boolean {
  return node.type === 'blockquote' && beginsInternal(plainText(node));
}

/** The nodes of one level without what stands between `<details>` with an internal title and its end. */
export function withoutInternalToggles<Node extends RootContent | Nodes>(nodes: readonly Node[]): Node[] {
  const kept: Node[] = [];
  // How many `<details>` deep the walk is inside an internal one. One that is never closed takes everything to its end with it.
  let depth = 0;
  for (const node of nodes) {
    const html = node.type === 'html' ? node.value : '';
    const opened = count(html, /<details[\s>]/gi);
    const closed = count(html, /<\/details\s*>/gi);
    if (depth > 0) {
      depth = Math.max(0, depth + opened - closed);
      continue;
    }
    if (opened > 0 && beginsInternal(html.replace(/<[^>]*>/g, ' '))) {
      depth = Math.max(0, opened - closed);
      continue;
    }
    kept.push(node);
  }
  return kept;
}

function beginsInternal(text: string): boolean {
  const visible = text.normalize('NFKC').replace(/[\p{Cf}\p{Emoji_Modifier}\uFE0F]/gu, '');
  return /^[\s\p{P}]*(?:🔒|\[?!?internal\b)/iu.test(visible);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
