import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildSite } from '../../scripts/build.ts';
import { readContent } from '../../scripts/content.ts';
import { publishContent } from '../../scripts/publish.ts';
import { readTree, temporaryFolder, writeFiles } from '../house/files.ts';
import { runs, tellProgress } from '../long.ts';
import {
  type Internal,
  internals,
  type PublicPart,
  publicParts,
  renderVariant,
} from './internal-variants.ts';

const SITE =
  'name: Kiosk updates\nurl: https://updates.kiosk.example.com/\nproducts: [{ id: till, name: Till }]\nroadmap: { dates: month }\n';

const now = new Date('2026-11-21T12:00:00Z');

/** A content folder that is written, published and built, as files. */
async function siteOf(folder: string, parts: readonly PublicPart[], inside: Internal) {
  const content = join(folder, 'content');
  rmSync(folder, { recursive: true, force: true });
  const { plans, roadmap } = renderVariant(parts, inside);
  const named = (kind: string, files: Record<string, string>) =>
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`content/${kind}/${name}`, text]));
  writeFiles(folder, {
    'content/site.yaml': `${SITE}# ${inside.plans[0]?.comment}\n`,
    ...named('plans', plans),
    ...named('roadmap', roadmap),
  });
  publishContent(readContent(content), { now, isDry: false, allowMassDelete: false });
  await buildSite(readContent(content), join(folder, 'dist'), now);
  return readTree(join(folder, 'dist'));
}

/** Each set of public parts is built once, and as often again with something else inside: two hundred pairs in the long form. */
const variants = fc.array(internals, { minLength: runs(9, 11), maxLength: runs(9, 11) });

test('whatever is changed inside, no byte of the site changes', { timeout: 3_600_000 }, async () => {
  const folder = temporaryFolder();
  let sets = 0;
  await fc.assert(
    fc.asyncProperty(publicParts, variants, async (parts, [one, ...others]) => {
      if (!one) return;
      const first = await siteOf(folder, parts, one);
      expect(first.size).toBeGreaterThan(40);
      tellProgress('sets of sites', ++sets, 20);
      for (const other of others) {
        const second = await siteOf(folder, parts, other);
        expect([...second.keys()]).toEqual([...first.keys()]);
        const differing = [...second].filter(([path, bytes]) => !first.get(path)?.equals(bytes));
        expect(differing.map(([path]) => path)).toEqual([]);
      }
    }),
    { numRuns: runs(1, 20), endOnFailure: true },
  );
});
