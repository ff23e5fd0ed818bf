import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, openFileDigests } from '../build/file-digests.ts';
import { projectFolder } from '../project-folder.ts';

/** Everything that decides how a plan is understood, besides the plan and the settings. */
const SOURCES = ['src/plan', 'src/release', 'src/sources', 'scripts/plans', 'package-lock.json'];

/** A digest of the code that plans are understood with. */
export function digestCode(): string {
  const digests = openFileDigests(join(projectFolder, '.slipway', 'plan-code.digests'));
  const files = SOURCES.flatMap((path) => listFiles(path));
  const sources = files.map((path) => `${path} ${digests.digestOf(join(projectFolder, path))}`);
  try {
    digests.save();
  } catch {
    // Then they are read again the next time.
  }
  return digestOf([process.version, ...sources].join('\n'));
}

function listFiles(path: string): string[] {
  const whole = join(projectFolder, path);
  if (!existsSync(whole)) return [];
  if (statSync(whole).isFile()) return [path];
  return readdirSync(whole)
    .sort()
    .flatMap((name) => listFiles(`${path}/${name}`));
}
