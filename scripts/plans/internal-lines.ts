import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { findInternalLines } from '../../src/plan/internal-lines.ts';
import { digestOf } from '../build/file-digests.ts';
import type { ContentFolder } from '../content.ts';
import { projectFolder } from '../project-folder.ts';
import { digestCode } from './code-digest.ts';
import { openKeptPlans } from './kept-plans.ts';
import type { Understood } from './packed-plan.ts';

/** For each plan the lines that no reader may ever see, which are kept from one run to the next. */
export function readInternalLines(
  { folder, settings, settingsFile }: ContentFolder,
  plans: readonly Understood[],
): ReadonlySet<number>[] {
  const place = join(projectFolder, '.slipway', 'internal-lines', digestOf(folder));
  const kept = openKeptPlans(place, digestOf(`${digestCode()}\n${String(settingsFile.value)}`));
  const lines = plans.map(({ plan, document }) => {
    const digest = digestOf(String(plan.file.value));
    const known = kept.find(digest);
    if (known) return deserialize(known) as Set<number>;
    const found = findInternalLines(document, plan.fields.publish, settings.format);
    kept.keep(digest, serialize(found));
    return found;
  });
  kept.save();
  return lines;
}
