import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind } from '../src/sources/notion/properties/tables.ts';
import { STATE_FILE } from '../src/sources/notion/pull/state.ts';
import { Problem } from '../src/sources/problem.ts';
import { readContent, readSettings } from './content.ts';
import { notionFolder } from './notion-folder.ts';
import { printProblem } from './problems.ts';
import { paint, printLine } from './terminal.ts';

/**
 * Pulls, where site.yaml says that plans come from Notion. Where that cannot be done, the copy of the last pull is used, and its age is told.
 * @throws {Problem} where there is no such copy, and no public records alone to go on with
 */
export async function pullFirst(content: string): Promise<void> {
  const { notion, settings } = readSettings(content);
  if (!notion?.plans && !notion?.roadmap) return;
  const kinds = (['plans', 'roadmap'] as const).filter((kind) => notion[kind]);
  const { pullContent } = await import('./notion-pull.ts');
  const { printPulled } = await import('./pull-report.ts');
  try {
    const { pulled, problem } = await pullContent(content, notion, {});
    printPulled(pulled, { isDry: false });
    if (problem) throw problem;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const last = lastPull(content, kinds);
    // Plans that are missing here would be taken for plans that were given up.
    if (last === undefined && !hasRecordsAlone(content)) throw error;
    printProblem(error);
    if (last === undefined) return;
    const { timezone } = settings.site;
    const when = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short', timeZone: timezone });
    printLine(
      `${paint('yellow', '!')} The last good copy of your plans is used; it is from ${when.format(last)}.`,
    );
  }
}

/** When the copies were written last, in milliseconds since 1970; undefined where one is missing. */
function lastPull(content: string, kinds: readonly Kind[]): number | undefined {
  const times = kinds.map(
    (kind) => statSync(join(notionFolder(content, kind), STATE_FILE), { throwIfNoEntry: false })?.mtimeMs,
  );
  return times.includes(undefined) ? undefined : Math.max(...(times as number[]));
}

function hasRecordsAlone(content: string): boolean {
  return readContent(content).plans.length === 0 && existsSync(join(content, 'releases'));
}
