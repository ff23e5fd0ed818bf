import { type Language, wordsOf } from '../../languages/languages.ts';
import type { Component, Download, Release } from '../../release/release.ts';
import { foreignPart } from '../../release/language.ts';
import type { Site } from '../../release/site.ts';
import type { RecordPart } from '../../release/translate.ts';
import {
  escapeMarkdown,
  inLanguage,
  type Item,
  linkMarkdown,
  type Section,
  section,
  texts,
} from './outline.ts';

/** What comes after the changes and their audience: parts, files, questions, further reading. */
export function extrasOf(release: Release, site: Site): Section[] {
  const { page, documents } = wordsOf(site);
  const of = (part: RecordPart) => foreignPart(site, release, part);
  return [
    ...section(
      page.components,
      (release.components ?? []).map((each) => componentItem(each, documents, of('components'))),
    ),
    ...section(
      page.downloads,
      (release.downloads ?? []).map((each) => downloadItem(each, documents)),
    ),
    ...section(
      page.faq,
      inLanguage(
        (release.faq ?? []).map(({ question, answer }) => ({ title: question, passages: texts(answer) })),
        of('faq'),
      ),
    ),
    ...(release.extras ?? []).map(({ heading, text }) => ({
      heading,
      locale: of('extras'),
      passages: texts(text, undefined, of('extras')),
    })),
    ...section(
      documents.furtherReading,
      inLanguage(
        (release.materials ?? []).map((link) => ({ title: linkMarkdown(link), passages: [] })),
        of('materials'),
      ),
    ),
  ];
}

type Words = Language['documents'];

function componentItem(
  { name, kind, from, to, notes }: Component,
  words: Words,
  locale: string | undefined,
): Item {
  const versions = from && to ? words.step(from, to) : (to ?? (from && words.was(from)));
  const facts = [kind && `(${kind})`, versions].filter(Boolean).join(' ');
  const title = [name, escapeMarkdown(facts)].filter(Boolean).join(' ');
  return { title, passages: texts(notes, undefined, locale) };
}

function downloadItem({ file, url, size, sha256 }: Download, words: Words): Item {
  return {
    title: [linkMarkdown({ title: file, url }), size === undefined ? '' : words.bytes(size)]
      .filter(Boolean)
      .join(', '),
    passages: texts(sha256 && `\`${sha256}\``, 'SHA-256'),
  };
}
