import { renderMarkdown } from '../../plan/markdown.ts';
import type { Kind } from '../../release/vocabulary.ts';
import type { Fragment, FragmentValue } from './fragment.ts';
import { changeOf, readItem } from './item.ts';
import { parseOpen } from './open-text.ts';
import { kindOfVerb } from './words.ts';

const KINDS: Record<string, Kind> = { 'bug-fix': 'fixed', feature: 'added', 'security-fix': 'security' };

/** What stands around the notes of a fragment. */
const ABOUT = new Set(['apiVersion', 'kind', 'area', 'issue', 'issues', 'docs']);

/** A fragment of Istio: notes that begin with what they do in bold, and what an upgrade asks for. */
export function readIstio({ entries, release, lose }: Fragment): void {
  const all = (key: string) => entries.filter((entry) => entry.key === key).flatMap(({ values }) => values);
  const [word] = all('kind');
  const area = all('area').find((value) => typeof value === 'string');
  const links = linksOf([...all('issue'), ...all('issues'), ...all('docs')], lose);
  for (const { key, values } of entries) {
    if (key === 'apiVersion') continue;
    if (key === 'kind' && !KINDS[String(word)])
      lose(
        'a kind of fragment that is none of a change; its notes are told apart by their first word',
        String(word),
        'guessed',
      );
    for (const value of values) {
      if (key === 'releaseNotes') {
        for (const note of splitNotes(textOf(value))) {
          const nodes = parseOpen(note, lose);
          if (nodes.length === 0) continue;
          const item = readItem(nodes);
          const kind = kindOfVerb(item.title) ?? KINDS[String(word)] ?? 'changed';
          const change = changeOf(kind, { ...item, links: [...item.links, ...links] });
          release.changes.push({ ...change, ...(area && { component: area }) });
        }
      } else if (key === 'upgradeNotes' || key === 'securityNotes') {
        const nodes = parseOpen(titled(value), lose);
        if (nodes.length === 0) continue;
        if (key === 'upgradeNotes') release.upgrade.push({ text: renderMarkdown(nodes) });
        else release.changes.push(changeOf('security', readItem(nodes)));
      } else if (!ABOUT.has(key)) lose(`the part “${key}”, which means nothing here`, textOf(value));
    }
  }
}

/** Lines that begin with another verb in bold are notes of their own; the bold is a mark for a reader of files. */
function splitNotes(text: string): string[] {
  return text
    .split(/\n(?=\s*\*\*[A-Z][a-z]+\*\*)/)
    .map((note) => note.trim().replace(/^\*\*([A-Z][a-z]+)\*\*/, '$1'))
    .filter(Boolean);
}

function titled(value: FragmentValue): string {
  if (typeof value === 'string') return value.trim();
  const { title, content, ...rest } = value;
  return [title && `**${title.trim()}**`, content?.trim(), ...Object.values(rest)]
    .filter(Boolean)
    .join('\n\n');
}

function linksOf(values: readonly FragmentValue[], lose: Fragment['lose']): { title: string; url: string }[] {
  return values.flatMap((value) => {
    const text = textOf(value).trim();
    const url = /https?:\/\/\S+/.exec(text)?.[0];
    if (!url) {
      lose('the number of an issue, without the address of a tracker', text);
      return [];
    }
    const number = /\/(\d+)$/.exec(url)?.[1];
    const name = /^\[([^\]]+)\]/.exec(text)?.[1];
    return [{ title: name ?? (number ? `#${number}` : url.replace(/^https?:\/\//, '')), url }];
  });
}

function textOf(value: FragmentValue): string {
  return typeof value === 'string' ? value : Object.values(value).join('\n');
}
