import type { Component, Download, Release } from '../../release/release.ts';
import { escapeMarkdown, type Item, linkMarkdown, type Section, section, texts } from './outline.ts';

/** What comes after the changes and their audience: parts, files, questions, further reading. */
export function extrasOf(release: Release): Section[] {
  return [
    ...section('Components', (release.components ?? []).map(componentItem)),
    ...section('Downloads', (release.downloads ?? []).map(downloadItem)),
    ...section(
      'Questions and answers',
      (release.faq ?? []).map(({ question, answer }) => ({ title: question, passages: texts(answer) })),
    ),
    ...(release.extras ?? []).map(({ heading, text }) => ({ heading, passages: texts(text) })),
    ...section(
      'Further reading',
      (release.materials ?? []).map((link) => ({ title: linkMarkdown(link), passages: [] })),
    ),
  ];
}

function componentItem({ name, kind, from, to, notes }: Component): Item {
  const versions = from && to ? `${from} → ${to}` : (to ?? (from && `was ${from}`));
  const title = [name, kind && `(${kind})`, versions].filter(Boolean).join(' ');
  return { title: escapeMarkdown(title), passages: texts(notes) };
}

function downloadItem({ file, url, size, sha256 }: Download): Item {
  return {
    title: [linkMarkdown({ title: file, url }), size === undefined ? '' : `${size} bytes`]
      .filter(Boolean)
      .join(', '),
    passages: texts(sha256 && `\`${sha256}\``, 'SHA-256'),
  };
}
