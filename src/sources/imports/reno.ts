import { renderMarkdown } from '../../plan/markdown.ts';
import type { Kind } from '../../release/vocabulary.ts';
import type { Fragment } from './fragment.ts';
import { changeOf, readItem } from './item.ts';
import { parseOpen } from './open-text.ts';
import { rstToMarkdown } from './rst.ts';

/** The sections of reno that are changes; docs.openstack.org/reno. */
const KINDS: Record<string, Kind> = {
  features: 'added',
  fixes: 'fixed',
  security: 'security',
  critical: 'fixed',
  deprecations: 'deprecated',
  other: 'changed',
};

/** A fragment of reno: what is to be done before an upgrade, known issues, and changes; in reStructuredText. */
export function readReno({ entries, release, lose }: Fragment): void {
  for (const { key, values } of entries) {
    for (const value of values) {
      if (typeof value !== 'string') {
        lose(`a part of “${key}” that is no text`, Object.values(value).join(' '));
        continue;
      }
      const { markdown, left } = rstToMarkdown(value);
      for (const form of left)
        lose('a form of reStructuredText that Markdown has not; it stays as it was written', form, 'guessed');
      const nodes = parseOpen(markdown, lose);
      if (nodes.length === 0) continue;
      const text = renderMarkdown(nodes);
      const item = readItem(nodes);
      const kind = KINDS[key];
      if (key === 'prelude') release.summary = [release.summary, text].filter(Boolean).join('\n\n');
      else if (key === 'upgrade') release.upgrade.push({ text });
      else if (key === 'issues')
        release.knownIssues.push({ title: item.title, ...(item.text && { text: item.text }) });
      else {
        release.changes.push(changeOf(kind ?? 'changed', item));
        if (!kind) lose(`the section “${key}”, taken as something that changed`, item.title, 'guessed');
      }
    }
  }
}
