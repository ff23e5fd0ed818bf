import { readTokens } from './code-tokens.ts';
import { element, type Element, text, textOf } from './html-tree.ts';

/** Code in a block, with its tokens as classes, because a strict policy allows no inline style. A feed has no styles, so it stays plain there. */
export function settleCode(pre: Element, { page }: { page: string | undefined }): Element {
  const [code] = pre.children;
  const properties = { tabIndex: 0 };
  if (page || code?.type !== 'element' || code.tagName !== 'code') return { ...pre, properties };
  const names = Array.isArray(code.properties.className) ? code.properties.className : [];
  const word = /^language-(.+)/.exec(String(names[0] ?? ''))?.[1] ?? '';
  const tokens = readTokens(textOf(code.children), word).map((token) =>
    token.kind ? element('span', { className: [`tok-${token.kind}`] }, [text(token.text)]) : text(token.text),
  );
  return { ...pre, properties, children: [{ ...code, children: tokens }] };
}
