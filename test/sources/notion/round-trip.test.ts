import { readdirSync, readFileSync } from 'node:fs';
import * as disk from 'node:fs/promises';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import type { PlanDocument } from '../../../src/plan/document.ts';
import { renderMarkdown } from '../../../src/plan/markdown.ts';
import { parsePlan } from '../../../src/plan/parse-plan.ts';
import { publish } from '../../../src/publish/publish.ts';
import { readMarkdown } from '../../../src/sources/markdown.ts';
import { readSiteFile } from '../../../src/sources/site-file.ts';
import { pullPlans } from '../../../src/sources/notion/pull/pull.ts';
import { describePage } from '../../../src/sources/notion/write/describe-page.ts';
import { initNotion } from '../../../src/sources/notion/write/init.ts';
import { addPage } from '../../notion-server/edits.ts';
import { setUp, temporaryFolder } from './setting.ts';

const content = new URL('../../../content/', import.meta.url).pathname;

function readAll(folder: string): PlanDocument[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readMarkdown(name, readFileSync(join(folder, name))));
}

/** Fields as a reader of plans compares them, and the body as it is published. */
function essence(document: PlanDocument): object {
  const fields = document.fields.map(({ key, value }) => {
    const text =
      value?.type === 'scalar'
        ? value.text
        : value?.type === 'list'
          ? value.items.map((item) => item?.type === 'scalar' && item.text).join()
          : '';
    return [key.replaceAll(' ', '').toLowerCase(), text];
  });
  return {
    fields: Object.fromEntries(fields),
    body: tight(renderMarkdown(document.body.children.map(plain))),
  };
}

/** What Notion does not have: blank lines between list items and columns set to one side; comments are notes with a lock there. */
function tight(markdown: string): string {
  return markdown
    .replace(/^\|(?: :?-+:? \|)+$/gm, (row) => row.replaceAll(':', ''))
    .replace(/^<!--\s*([^]*?)\s*-->$/gm, '> 🔒 $1')
    .replace(/\n+(?= *(?:[-*]|\d+\.) )/g, '\n');
}

function plain<Node extends Nodes>(node: Node): Node {
  const bare = 'spread' in node ? { ...node, spread: false } : node;
  return 'children' in bare
    ? { ...bare, children: (bare.children as Nodes[]).map((child) => plain(child)) }
    : bare;
}

describe('plans that go to Notion and come back', () => {
  it.each(['plans', 'roadmap'] as const)(
    'are the same %s',
    async (kind) => {
      const { world, source, connect, clock } = await setUp();
      const parent = addPage(world, source.id, { title: 'Home' });
      const client = connect();
      const site = { products: [], themes: [] };
      const { sources } = await initNotion({
        client,
        site,
        parent: parent.id,
        known: {},
        onCreated: () => undefined,
      });
      const target = sources.find((each) => each.kind === kind)?.id ?? '';
      const schema = (await client.dataSources.retrieve({ data_source_id: target })).properties;
      const documents = readAll(join(content, kind));
      expect(documents.length).toBeGreaterThan(5);
      for (const document of documents) {
        const { request, left } = describePage(kind, target, schema, document);
        expect([document.file.path, left]).toEqual([document.file.path, []]);
        await client.pages.create(request);
      }
      clock.advance(3_600_000);
      const folder = join(await temporaryFolder(), kind);
      await pullPlans({
        kind,
        client,
        clock: { ...clock, random: () => 0.5 },
        disk,
        folder,
        dataSource: target,
        maxFileBytes: 1000,
      });
      const byTitle = new Map(readAll(folder).map((document) => [titleOf(document), essence(document)]));
      for (const document of documents) {
        const again = byTitle.get(titleOf(document)) as { fields: Record<string, string>; body: string };
        const { fields, body } = essence(document) as typeof again;
        expect(again.body).toBe(body);
        expect(again.fields).toMatchObject(fields);
      }
      if (kind === 'plans') expect(published(readAll(folder))).toBe(published(documents));
    },
    30_000,
  );
});

/** What a reader would see of them all. */
function published(plans: PlanDocument[]): string {
  const { settings } = readSiteFile('site.yaml', readFileSync(join(content, 'site.yaml'), 'utf8'));
  if (!settings) throw new Error('site.yaml cannot be read');
  const previous = { releases: [], initiatives: [], withdrawn: [] };
  const now = new Date('2026-11-18T12:00:00Z');
  const parsed = plans.map((plan) => parsePlan(plan, settings));
  const { records } = publish({ plans: parsed, initiatives: [], previous, site: settings.site, now });
  // The only thing that Notion has no place for: columns that are set to one side.
  return JSON.stringify(records.releases, null, 1).replace(/\|(?: :?-+:? \|)+/g, (row) =>
    row.replaceAll(':', ''),
  );
}

function titleOf(document: PlanDocument): string {
  const title = document.fields.find((field) => field.key === 'title')?.value;
  return title?.type === 'scalar' ? title.text : '';
}
