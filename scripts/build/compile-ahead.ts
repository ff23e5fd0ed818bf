import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../content.ts';
import { describeTemplates, hasNoTemplates, prepareTemplates } from './templates.ts';

/**
 * Begins to compile the templates of a site where there are none yet, on another core than the one that its plans are read on from now on.
 * What is wrong is told by whoever needs what this makes.
 */
export function compileAhead(folder: string): void {
  if (!existsSync(join(folder, 'site.yaml')) || !hasNoTemplates()) return;
  try {
    const { site } = readSettings(folder).settings;
    prepareTemplates(site, describeTemplates(site)).catch(() => {});
  } catch {
    // The settings are read again, and so is what is wrong with them.
  }
}
