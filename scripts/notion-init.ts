import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind } from '../src/sources/notion/properties/tables.ts';
import { initNotion } from '../src/sources/notion/write/init.ts';
import { Problem } from '../src/sources/problem.ts';
import { display, readSettings } from './content.ts';
import { reasonOf, replaceFile } from './folders.ts';
import { openNotion } from './notion-connection.ts';
import { setNotionId } from './notion-site-yaml.ts';
import { startProgress } from './progress.ts';
import { paint, printLine } from './terminal.ts';

/**
 * Makes the databases in Notion or adds what they lack, and writes their ids into site.yaml as soon as there are any.
 * @throws {Problem}
 */
export async function initContent(content: string, parent: string | undefined): Promise<void> {
  const path = join(content, 'site.yaml');
  const { settings, notion } = readSettings(content);
  if (!existsSync(path)) {
    throw new Problem(
      `There is no \`${display(path)}\`, which the ids of the databases are kept in. Nothing was changed.`,
      {
        hint: 'Write one with at least the name, the url and the products of your site; the README shows it.',
      },
    );
  }
  // Found out before anything is made in Notion, not after.
  for (const kind of ['plans', 'roadmap'] as const)
    if (!notion?.[kind]) setNotionId(read(path), kind, EXAMPLE_ID);
  const progress = startProgress();
  const { client } = openNotion((wait) => progress.wait('Notion’s rate limit', wait));
  try {
    const { sources, added, differs } = await initNotion({
      client,
      site: settings.site,
      format: settings.format,
      parent,
      known: notion ?? {},
      mappings: { plans: notion?.properties ?? {}, roadmap: notion?.roadmapProperties ?? {} },
      onCreated: (kind, id) => writeId(path, kind, id),
    });
    progress.end();
    for (const text of added) printLine(`${paint('green', '+')} ${text}`);
    for (const text of differs) printLine(`${paint('yellow', '!')} ${text}; it was left as it is.`);
    if (added.length === 0) printLine('Everything is there already; nothing was changed in Notion.');
    for (const { kind, url } of sources) printLine(`${NAMES[kind]}  ${url}`);
    if (sources.some(({ kind }) => !notion?.[kind])) printLine(`Their ids stand in ${display(path)}.`);
  } finally {
    progress.end();
  }
}

const NAMES: Record<Kind, string> = { plans: 'Release plans', roadmap: 'Roadmap      ' };
const EXAMPLE_ID = '1f0d872b-594c-8102-9f4d-00270693b0aa';

function writeId(path: string, kind: Kind, id: string): void {
  try {
    const text = setNotionId(read(path), kind, id);
    replaceFile(path, text);
  } catch (cause) {
    throw new Problem(
      `The database was made, but its id could not be written into \`${display(path)}\`: ${cause instanceof Problem ? cause.message : reasonOf(cause)}.`,
      { hint: `Write it there yourself before you run this again: \`notion: { ${kind}: ${id} }\`.`, cause },
    );
  }
}

function read(path: string): string {
  return readFileSync(path, 'utf8');
}
