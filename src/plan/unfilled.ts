import { hash } from 'node:crypto';
import type { RootContent } from 'mdast';
import { plainText } from './markdown.ts';
import { sections } from './sections.ts';

/**
 * True where a section says nothing yet: no text, a place-holder, or still the prompt of a template, ours or one that is in common use
 * elsewhere (known by fingerprint: the first 12 hex digits of the SHA-256 of its words).
 */
export function isUnfilled(nodes: readonly RootContent[]): boolean {
  const text = nodes.map((node) => plainText(node)).join(' ');
  if (text.length > LONGEST_PROMPT) return false;
  const words = normalise(text);
  if (words === '' || PLACEHOLDERS.has(words) || OWN_PROMPTS.has(words)) return true;
  return FOREIGN_PROMPTS.has(hash('sha256', words).slice(0, 12));
}

/** Words alone decide: white space, case, punctuation and emphasis do not make a prompt into an answer. */
function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}

/** Far more than any prompt has, in characters. */
const LONGEST_PROMPT = 2_000;
const PLACEHOLDERS = new Set([
  'tbd',
  'todo',
  'to do',
  'tba',
  'to be defined',
  'to be done',
  'xxx',
  'lorem ipsum',
]);
const OWN_PROMPTS = new Set(sections.map((section) => normalise(section.prompt)));
const FOREIGN_PROMPTS = new Set<string>([
  '9c042bb83252',
  'a4940efc2e3f',
  'ae00f0809bb0',
  'c72831991f46',
  '1a93d3ae9bc0',
  'bc2f0f9785b2',
  '0f28e5d8fa62',
  '728f3b47e387',
  '64fe19137909',
  '0a5166ede139',
  '800b8467b7b2',
  '41b5dc4cd342',
  'aa9efbab6826',
  '4017e524aefc',
  '6c4f0e074472',
  '0fc55cf2812e',
  '95c48657e71b',
  'fd72e29af67b',
  '41dadf84a11b',
  '2e110909c887',
  '633043d99d59',
]);
