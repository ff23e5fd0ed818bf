import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlanDocument } from '../../src/plan/document.ts';
import { readMarkdown } from '../../src/sources/markdown.ts';
import { connectNotion } from '../../src/sources/notion/client/client.ts';
import type { Kind } from '../../src/sources/notion/properties/tables.ts';
import type { SiteWords } from '../../src/sources/notion/write/describe-columns.ts';
import { describePage } from '../../src/sources/notion/write/describe-page.ts';
import { nameOriginal } from '../../src/sources/notion/write/name-original.ts';
import { initNotion } from '../../src/sources/notion/write/init.ts';
import { createClock, realClock } from './clock.ts';
import { addHome } from './edits.ts';
import { type NotionServer, startNotion, TOKEN } from './server.ts';
import { createWorld, type World } from './world.ts';

export interface DemoNotion {
  server: NotionServer;
  world: World;
  token: string;
  /** Ids of the data sources. */
  sources: Record<Kind, string>;
}

/** A Notion on this machine, in real time, that holds the plans and the roadmap of a content folder as if their authors had written them there. */
export async function startDemoNotion(content: string, site: SiteWords, port = 0): Promise<DemoNotion> {
  const world = createWorld(realClock());
  // What fills the workspace must not use up the limit of those who come to read it.
  const back = await startNotion(world, { limit: Number.POSITIVE_INFINITY });
  const client = connectNotion({
    token: TOKEN,
    baseUrl: back.origin,
    clock: { ...createClock(), random: Math.random },
  });
  const sources: Record<Kind, string> = { plans: '', roadmap: '' };
  const onCreated = (kind: Kind, id: string) => void (sources[kind] = id);
  await initNotion({ client, site, parent: addHome(world).id, known: {}, onCreated });
  for (const kind of ['roadmap', 'plans'] as const) {
    const schema = (await client.dataSources.retrieve({ data_source_id: sources[kind] })).properties;
    for (const document of readFolder(join(content, kind), kind)) {
      await client.pages.create(describePage(kind, sources[kind], schema, document).request);
    }
  }
  await back.close();
  // Written yesterday, one after the other.
  [...world.pages.values()].forEach((page, index) => {
    page.createdAt = page.editedAt = world.clock.now() - 86_400_000 + index * 60_000;
  });
  return { server: await startNotion(world, { port }), world, token: TOKEN, sources };
}

function readFolder(folder: string, kind: Kind): PlanDocument[] {
  const documents = readDocuments(folder, kind);
  const fieldsOf = (name: string) => documents.find(({ file }) => file.path === name)?.fields;
  return documents.map((document) => ({
    ...document,
    fields: [...nameOriginal(document.file.path, document.fields, fieldsOf)],
  }));
}

function readDocuments(folder: string, kind: Kind): PlanDocument[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const document = readMarkdown(name, readFileSync(join(folder, name)));
      // A roadmap item is known by the name of its file.
      const id = {
        key: 'id',
        value: { type: 'scalar' as const, text: name.replace(/\.md$/, ''), quoted: true },
      };
      return kind === 'roadmap' ? { ...document, fields: [id, ...document.fields] } : document;
    });
}
