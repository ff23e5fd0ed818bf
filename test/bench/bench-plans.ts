import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '../../scripts/build/file-digests.ts';
import { projectFolder } from '../../scripts/project-folder.ts';
import type { Release } from '../../src/release/release.ts';
import { measure, type Measured } from './measure.ts';
import { planPath, writePlans } from './plan-corpus.ts';

/** What can be done with plans, in the order in which it is measured. */
const steps = [
  'check',
  'check again',
  'check an edit',
  'publish',
  'publish an edit',
  'publish again',
] as const;
export type PlanStep = (typeof steps)[number];

/** What checking and publishing plans costs, from nothing, after one edit, and where nothing changed. */
export async function benchPlans(
  folder: string,
  releases: readonly Release[],
): Promise<Record<PlanStep, Measured>> {
  writePlans(folder, releases);
  rmSync(join(projectFolder, '.slipway/plans', digestOf(folder)), { recursive: true, force: true });
  const edited = releases[Math.floor(releases.length * 0.9)];
  const measured: Partial<Record<PlanStep, Measured>> = {};
  for (const step of steps) {
    if (step.endsWith('edit') && edited) edit(planPath(folder, edited));
    measured[step] = await measure({ words: commandOf(step, folder), cwd: projectFolder });
  }
  return measured as Record<PlanStep, Measured>;
}

function commandOf(step: PlanStep, folder: string): string[] {
  const command = step.split(' ', 1)[0] ?? '';
  return [
    process.execPath,
    join(projectFolder, 'scripts/slipway.mjs'),
    command,
    '--content',
    folder,
    '--now',
    '2026-11-21T12:00:00Z',
  ];
}

function edit(path: string): void {
  writeFileSync(path, readFileSync(path, 'utf8').replace('## Summary\n\n', '## Summary\n\nOnce more. '));
}
