import { dump } from 'js-yaml';
import type { Root } from 'mdast';
import type { RawField, RawValue } from '../../plan/document.ts';
import { renderMarkdown } from '../../plan/markdown.ts';

/** A plan as a Markdown file with YAML front matter, which the Markdown door reads as the same document. */
export function renderPlanDocument(plan: { fields: readonly RawField[]; body: Root; url: string }): string {
  return renderFrontMatter(plan.fields, plan.url) + renderBody(plan.body);
}

export function renderFrontMatter(fields: readonly RawField[], url: string): string {
  const plain = Object.fromEntries(fields.map((field) => [field.key, toPlain(field.value)]));
  const yaml = fields.length > 0 ? dump(plain, { lineWidth: -1, noRefs: true }) : '';
  return `---\n# ${url}\n# Edit it there: changes here are lost with the next pull.\n${yaml}---\n`;
}

/** Where the page of a plan file can be opened, where the file came from Notion. */
export function readPageUrl(planFile: string): string | undefined {
  return /^---\n# (https?:\/\/\S+)\n/.exec(planFile)?.[1];
}

/** The words that stand where a part of a page could not be read; they stay inside, as every note of this form does. */
export const GAP = 'Internal: a part of the page in Notion could not be read here.';

/** The same above a text that could not be read again since the fields of its page changed: it was written for others, and may be for nobody now. */
const OLD = 'Internal: the page in Notion could not be read here since its properties changed.';

export function markOld(body: string): string {
  return body.includes(OLD) ? body : `\n> ${OLD}\n${body}`;
}

/** The line of the first gap in a plan file, counted from 1. */
export function findGap(planFile: string): { line: number; isOld: boolean } | undefined {
  const lines = planFile.split('\n');
  const index = lines.findIndex(
    (line) => /^[\s>*-]*>/.test(line) && (line.endsWith(GAP) || line.endsWith(OLD)),
  );
  return index < 0 ? undefined : { line: index + 1, isOld: lines[index]?.endsWith(OLD) === true };
}

/** What stands in a plan file below its front matter. */
export function bodyOf(planFile: string): string | undefined {
  const end = planFile.indexOf('\n---\n', 4);
  return end === -1 ? undefined : planFile.slice(end + 5);
}

function renderBody(body: Root): string {
  const text = renderMarkdown(body.children);
  return text === '' ? '' : `\n${text}\n`;
}

function toPlain(value: RawValue): unknown {
  if (value === null) return null;
  if (value.type === 'list') return value.items.map(toPlain);
  if (value.type === 'map')
    return Object.fromEntries(value.entries.map((entry) => [entry.key, toPlain(entry.value)]));
  if (value.quoted) return value.text;
  return value.text === 'true' || value.text === 'false' ? value.text === 'true' : Number(value.text);
}
