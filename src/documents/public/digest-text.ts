import type { Digest, DigestEntry } from './digest.ts';
import { printable } from './printable.ts';

/** RFC 5322 §2.1.1 asks for lines of at most 78 characters. */
const WIDTH = 76;

/** A digest as plain text, for the part of an e-mail that every program can show. */
export function renderDigestText({ title, url, entries }: Digest): string {
  return `${[title.toUpperCase(), url, ...entries.map(entryText)].map(printable).join('\n\n')}\n`;
}

function entryText({ name, url, about, summary, groups }: DigestEntry): string {
  return [
    `${wrap(name)}\n${'-'.repeat(Math.min(WIDTH, Array.from(name).length))}`,
    about,
    wrap(summary),
    ...groups.map(({ heading, titles, left }) =>
      [
        heading,
        ...titles.map((text) => wrap(text, '  * ', '    ')),
        ...(left ? [wrap(left, '  * ', '    ')] : []),
      ].join('\n'),
    ),
    url,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Breaks between words; a word that is longer than a line, such as an address, stays whole. */
function wrap(text: string, first = '', rest = ''): string {
  const lines = [first];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const line = lines.at(-1) ?? '';
    const isEmpty = line === first || line === rest;
    if (isEmpty || line.length + 1 + word.length <= WIDTH)
      lines[lines.length - 1] = isEmpty ? line + word : `${line} ${word}`;
    else lines.push(rest + word);
  }
  return lines.join('\n');
}
