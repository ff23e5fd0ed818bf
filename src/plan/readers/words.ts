import { splitWords } from '../labels.ts';
import { plainText } from '../markdown.ts';
import { isNothing } from './answers.ts';
import type { SectionInput } from './input.ts';

/** A list of words: bullets, or what stands between commas. */
export function readWords(input: SectionInput): string[] {
  const words = input.nodes.flatMap((node) => {
    if (node.type === 'list') return node.children.map((child) => plainText(child).trim());
    if (node.type === 'table')
      return node.children.slice(1).map((row) => plainText(row.children[0] ?? []).trim());
    return splitWords(plainText(node).replace(/\.$/, ''));
  });
  return words.filter((word) => !isNothing(word));
}
