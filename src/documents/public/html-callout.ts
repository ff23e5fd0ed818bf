import { element, type Element, text } from './html-tree.ts';

/** Kinds of alerts as GitHub writes them, in the first line of a quote: `> [!WARNING]`. */
export const alertKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const;
export type AlertKind = (typeof alertKinds)[number];

/** The marker of an alert at the beginning of a text, with what follows it on its line. */
export const ALERT = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i;

/** A quote that is an alert becomes a box with its kind as a word; any other stays a quote. */
export function settleCallout(quote: Element, titles: Readonly<Record<AlertKind, string>>): Element {
  const at = quote.children.findIndex((child) => child.type === 'element');
  const paragraph = quote.children[at];
  if (paragraph?.type !== 'element' || paragraph.tagName !== 'p') return quote;
  const [first, ...rest] = paragraph.children;
  const match = first?.type === 'text' ? ALERT.exec(first.value) : null;
  const kind = alertKinds.find((each) => each === match?.[1]?.toLowerCase());
  if (first?.type !== 'text' || !match || !kind) return quote;
  const left = [text(first.value.slice(match[0].length)), ...rest];
  const isEmpty = left.length === 1 && left[0]?.type === 'text' && left[0].value.trim() === '';
  return element('div', { className: ['callout', `callout-${kind}`], role: 'note' }, [
    element('p', { className: ['callout-title'] }, [text(titles[kind])]),
    ...(isEmpty ? [] : [{ ...paragraph, children: left }]),
    ...quote.children.slice(at + 1),
  ]);
}
