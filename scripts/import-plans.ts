import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { renderPlan } from '../src/documents/internal/plan-file.ts';
import { parsePlan } from '../src/plan/parse-plan.ts';
import type { Plan, PlanChange } from '../src/plan/plan.ts';
import { changesOf } from '../src/plan/facts.ts';
import type { PlanSettings } from '../src/plan/settings.ts';
import { versionLabel } from '../src/release/channel.ts';
import { toId } from '../src/release/slug.ts';
import { versionSlug } from '../src/release/version.ts';
import type { Loss } from '../src/sources/imports/imported.ts';
import { readMarkdown } from '../src/sources/markdown.ts';
import { Problem } from '../src/sources/problem.ts';
import { display } from './content.ts';
import { makeFolder, reasonOf, replaceFile } from './folders.ts';
import { planFileName } from './plan-file-name.ts';

/** Where the plan of a release is written: `plans/till/1.2.0.md`, or by its id where it has no version: `plans/till/2026-05-07-faster-search.md`. */
export function planPath(folder: string, { fields }: Plan): string {
  const label = versionLabel(fields) ?? (fields.id ?? '').replace(`${toId(fields.product ?? '')}-`, '');
  const name = planFileName(label) || versionSlug(label) || fields.id;
  return join(folder, 'plans', fields.product ?? '', `${name}.md`);
}

/** True where something was written; a file that is there already stays as it is. */
export function writePlan(path: string, plan: Plan): boolean {
  if (existsSync(path)) return false;
  try {
    makeFolder(dirname(path));
    replaceFile(path, renderPlan(plan));
    return true;
  } catch (cause) {
    throw new Problem(`\`${display(path)}\` could not be written: ${reasonOf(cause)}.`, {
      hint: 'Plans that were written before it are there; run it again for the others.',
      cause,
    });
  }
}

/** Reads a plan as it is written, and says what would be understood otherwise. */
export function checkWritten(plan: Plan, settings: PlanSettings, place: string): Loss[] {
  const bytes = new TextEncoder().encode(renderPlan(plan));
  const read = parsePlan(readMarkdown(plan.file.path, bytes), settings);
  const known = new Set(changesOf(read).map(keyOf));
  const lost = changesOf(plan).filter((change) => !known.has(keyOf(change)));
  const differs = (key: 'summary' | 'upgrade' | 'knownIssues') =>
    JSON.stringify(textsOf(plan.values[key])) !== JSON.stringify(textsOf(read.values[key]));
  return [
    ...lost.map((change) => change.title),
    ...(['summary', 'upgrade', 'knownIssues'] as const).filter(differs),
  ].map((text) => ({
    place,
    what: 'guessed',
    why: 'a text that a plan holds in another form: look at it',
    text,
  }));
}

function keyOf({ kind, title, text, component, breaking, links }: PlanChange): string {
  return JSON.stringify([kind, title, text, component, breaking, links.map(({ url }) => url)]);
}

function textsOf(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map(({ title, text }: { title?: string; text?: string }) => [title, text]);
}
