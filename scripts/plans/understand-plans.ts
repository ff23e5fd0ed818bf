import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import type { PlanSettings } from '../../src/plan/settings.ts';
import { digestOf } from '../build/file-digests.ts';
import { projectFolder } from '../project-folder.ts';
import { digestCode } from './code-digest.ts';
import { openKeptPlans } from './kept-plans.ts';
import { type PackedPlan, packPlan, type Understood, unpackPlan } from './packed-plan.ts';
import { type PlanFile, readPlan } from './read-plan.ts';
import { understandTogether } from './understand-together.ts';

/**
 * Understands plans; where there are many, only those that were not understood before.
 * @param folder the folder that they come from
 * @param site the text that the settings were read from
 */
export function understandPlans(
  files: readonly PlanFile[],
  settings: PlanSettings,
  { folder, site }: { folder: string; site: string },
): Understood[] {
  if (files.length < MANY) return files.map((file) => understandPlan(file, settings));
  const place = join(projectFolder, '.slipway', 'plans', digestOf(folder));
  const kept = openKeptPlans(place, digestOf(`${digestCode()}\n${site}`));
  const digests = files.map(({ bytes }) => digestOf(bytes));
  const found = digests.map((digest) => kept.find(digest));
  const missing = files.filter((_, index) => !found[index]);
  // Of a few, the trees are kept at hand: they would be read again for what publishing and searching ask of them.
  const whole = new Map(
    missing.length < FEW ? missing.map((file) => [file, understandPlan(file, settings)]) : [],
  );
  const fresh = (
    missing.length < FEW
      ? [...whole.values()].map(({ plan }) => serialize(packPlan(plan)))
      : understandTogether(missing, settings, site)
  ).values();
  const packed = found.map((bytes, index) => {
    const all = bytes ?? (fresh.next().value as Uint8Array);
    if (!bytes) kept.keep(digests[index] ?? '', all);
    return all;
  });
  kept.save();
  return files.map(
    (file, index) =>
      whole.get(file) ?? unpackPlan(deserialize(packed[index] as Uint8Array) as PackedPlan, file, settings),
  );
}

export function understandPlan(file: PlanFile, settings: PlanSettings): Understood {
  const document = readPlan(file);
  return { document, plan: parsePlan(document, settings) };
}

/** With fewer, looking for what is known takes as long as reading. */
const MANY = 32;
/** Plans whose trees take little room. */
const FEW = 150;
