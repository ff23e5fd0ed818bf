import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Publication, Records } from '../src/publish/publish.ts';
import { mayRemove } from '../src/sources/notion/pull/may-remove.ts';
import { STATE_FILE } from '../src/sources/notion/pull/state.ts';
import { Problem } from '../src/sources/problem.ts';
import { type ContentFolder, display } from './content.ts';
import type { RecordChange } from './diff.ts';
import { notionFolder } from './notion-folder.ts';
import type { RecordFiles } from './records.ts';
import { findSecret } from './secrets.ts';
import { counted } from './terminal.ts';

/** Why nothing must change now. */
export interface Refusal {
  what: string;
  /** Further lines of the message. */
  list?: string;
  hint: string;
}

/** Plans that are missing are more likely mislaid than given up: their records must not go. */
export function refuseRemovals(
  content: ContentFolder,
  previous: Records,
  { orphans }: Pick<Publication, 'orphans'>,
): Refusal | undefined {
  return (
    refuseUnpulled(content) ??
    refuseEmpty(content, previous.releases.length) ??
    refuseMany(orphans, previous.releases.length + previous.initiatives.length)
  );
}

/** What is said, with the state that things are in. What its author made internal is taken back whatever else is refused. */
export function explainRefusal(
  { what, list = '', hint }: Refusal,
  changes: readonly RecordChange[],
  isDry: boolean,
): Problem {
  const added = new Set(changes.filter((change) => change.what === 'added').map(({ after }) => after));
  // A record that stood in a file of another name is still there.
  const taken = changes.filter((change) => change.what === 'removed' && !added.has(change.before)).length;
  const [whose, were] = taken === 1 ? ['plan is', 'was'] : ['plans are', 'were'];
  const state =
    taken === 0
      ? 'Nothing was changed.'
      : `${counted(taken, 'record')} whose ${whose} not public any more ${isDry ? 'would be' : were} taken back; nothing else was changed.`;
  return new Problem(`${what} ${state}${list}`, { hint });
}

/** A token that somebody pasted into a plan is public for good once it has been published. */
export function refuseSecrets(records: RecordFiles): Refusal | undefined {
  for (const [path, text] of records) {
    const name = findSecret(text);
    if (name === undefined) continue;
    return {
      what: `The value of ${name} stands in what would become \`${path}\`.`,
      hint: 'Take it out of the plan; and as others may have seen it there, replace it by a new one.',
    };
  }
  return undefined;
}

/** On a machine that has never pulled, the plans in Notion are not gone: they are only not here. */
function refuseUnpulled(content: ContentFolder): Refusal | undefined {
  const kinds = (['plans', 'roadmap'] as const).filter((kind) => content.notion?.[kind]);
  const missing = kinds.filter((kind) => !existsSync(join(notionFolder(content.folder, kind), STATE_FILE)));
  if (missing.length === 0) return undefined;
  return {
    what: `The ${missing.join(' and the ')} in Notion have not been pulled here.`,
    hint: 'Run `slipway pull` first. To build the site from the public records alone, run `slipway build`.',
  };
}

/** A folder with records and not one plan is more likely the wrong folder, or a copy without its private part. */
function refuseEmpty(content: ContentFolder, published: number): Refusal | undefined {
  if (published === 0 || content.plans.length > 0) return undefined;
  return {
    what: `There is no plan in \`${display(content.folder)}\`, but ${counted(published, 'public record')}.`,
    hint: 'To build the site from the records alone, run `slipway build`. If all plans are gone on purpose, run it with `--allow-mass-delete`.',
  };
}

/** Many plans that vanish at once are more likely an accident than a decision. */
function refuseMany(orphans: Publication['orphans'], before: number): Refusal | undefined {
  if (mayRemove(orphans.length, before)) return undefined;
  const titles = orphans.slice(0, 10).map((orphan) => `\n  ${orphan.title}`);
  return {
    what: `${counted(orphans.length, 'public record')} of ${before} would be removed, because their plans are gone.`,
    list: titles.join('') + (orphans.length > 10 ? '\n  …' : ''),
    hint: 'If that is meant, run it again with `--allow-mass-delete`.',
  };
}
