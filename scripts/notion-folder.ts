import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind } from '../src/sources/notion/properties/tables.ts';

/**
 * Where the pages of a Notion database are kept as files. Where plans stand beside each other in the content folder itself, theirs do so, too: a folder
 * `plans/` would hide the others.
 */
export function notionFolder(content: string, kind: Kind): string {
  const usual = join(content, kind, 'notion');
  const isLoose = kind === 'plans' && !existsSync(join(content, 'plans')) && holdsPlans(content);
  return isLoose ? join(content, 'notion') : usual;
}

function holdsPlans(folder: string): boolean {
  return (
    existsSync(folder) &&
    readdirSync(folder).some((name) => /\.(?:md|markdown)$/i.test(name) && !/^readme\./i.test(name))
  );
}
