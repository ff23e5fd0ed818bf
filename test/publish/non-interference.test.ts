import fc from 'fast-check';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { checkContent } from '../../scripts/check.ts';
import { renderRecords } from '../../scripts/records.ts';
import { parseInitiative } from '../../src/plan/initiative.ts';
import { publish, type Records } from '../../src/publish/publish.ts';
import { SiteSchema } from '../../src/release/site.ts';
import { readMarkdown } from '../../src/sources/markdown.ts';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { runs } from '../long.ts';
import {
  type Internal,
  internals,
  type PublicPart,
  publicParts,
  renderVariant,
} from './internal-variants.ts';

const site = SiteSchema.parse({
  name: 'Kiosk updates',
  url: 'https://updates.kiosk.example.com/',
  products: [{ id: 'till', name: 'Till' }],
  roadmap: { dates: 'month' },
});

/** One publication after the other, as bytes: what stands in the folder of records after each. */
function publishAll(versions: readonly { parts: readonly PublicPart[]; internal: Internal }[]): string[] {
  let previous: Records = { releases: [], initiatives: [], withdrawn: [] };
  return versions.map(({ parts, internal }, turn) => {
    const { plans: files, roadmap } = renderVariant(parts, internal);
    const read = (path: string, text: string) => readMarkdown(path, new TextEncoder().encode(text));
    const documents = Object.entries(files).map(([name, text]) => read(`plans/${name}`, text));
    const plans = documents.map((document) => parsePlan(document, { site }));
    const initiatives = Object.entries(roadmap).map(([name, text]) =>
      parseInitiative(read(`roadmap/${name}`, text), name.replace('.md', ''), { site }),
    );
    const now = new Date(`2026-11-2${turn}T12:00:00Z`);
    const settings = { site };
    checkContent(
      {
        folder: '/',
        settings,
        settingsFile: new VFile(),
        documents,
        plans,
        initiatives,
        translations: { plans: [], initiatives: [], failed: [] },
        translatedDocuments: new Map(),
      },
      previous.releases,
      now,
    );
    const publication = publish({ plans, initiatives, previous, site, now });
    for (const { file, outcome } of publication.outcomes) {
      expect(outcome, file.messages.map(String).join('\n')).not.toMatch(/kept|blocked/);
    }
    previous = publication.records;
    return JSON.stringify([...renderRecords(previous)], null, 1);
  });
}

test('whatever is changed inside, no byte of what is public changes', () => {
  let differing = 0;
  fc.assert(
    fc.property(
      publicParts,
      publicParts,
      fc.array(internals, { minLength: 4, maxLength: 4 }),
      (before, after, inside) => {
        const [one, two, three, four] = inside as [Internal, Internal, Internal, Internal];
        const first = publishAll([
          { parts: before, internal: one },
          { parts: after, internal: two },
        ]);
        const second = publishAll([
          { parts: before, internal: three },
          { parts: after, internal: four },
        ]);
        expect(first).toEqual(second);
        expect(first.join()).not.toMatch(/secret/i);
        if (JSON.stringify(one) !== JSON.stringify(three)) differing++;
        // Nothing that is public is missing either.
        for (const { title, changes } of after) {
          for (const text of [
            `It is ${title}.`,
            ...changes.flatMap((change) => [change.title, change.text]),
          ]) {
            expect(first[1]).toContain(text);
          }
        }
      },
    ),
    { numRuns: runs(40, 1_000) },
  );
  expect(differing).toBeGreaterThan(runs(30, 900));
}, 600_000);
