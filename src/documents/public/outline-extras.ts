import { type Language, wordsOf } from '../../languages/languages.ts';
import type { Component, Download, Release } from '../../release/release.ts';
import type { Site } from '../../release/site.ts';
import { escapeMarkdown, type Item, linkMarkdown, type Section, section, texts } from './outline.ts';

/** What comes after the changes and their audience: parts, files, questions, further reading. */
export function extrasOf(release: Release, site: Site): Section[] {
  const { page, documents } = wordsOf(site);
  return [
    ...section(
      page.components,
      (release.components ?? []).map((each) => componentItem(each, documents)),
    ),
    ...section(
      page.downloads,
      (release.downloads ?? []).map((each) => downloadItem(each, documents)),
    ),
    ...section(
      page.faq,
      (release.faq ?? []).map(({ question, answer }) => ({ title: question, passages: texts(answer) })),
    ),
    ...(release.extras ?? []).map(({ heading, text }) => ({ heading, passages: texts(text) })),
    ...section(
      documents.furtherReading,
      (release.materials ?? []).map((link) => ({ title: linkMarkdown(link), passages: [] })),
    ),
  ];
}

type Words = Language['documents'];

function componentItem({ name, kind, from, to, notes }: Component, words: Words): Item {
  const versions = from && to ? `${from} → ${to}` : (to ?? (from && words.was(from)));
  const title = [name, kind && `(${kind})`, versions].filter(Boolean).join(' ');
  return { title: escapeMarkdown(title), passages: texts(notes) };
}

function downloadItem({ file, url, size, sha256 }: Download, words: Words): Item {
  return {
    title: [linkMarkdown({ title: file, url }), size === undefined ? '' : words.bytes(size)]
      .filter(Boolean)
      .join(', '),
    passages: texts(sha256 && `\`${sha256}\``, 'SHA-256'),
  };
}
