import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readContent } from '../../scripts/content.ts';
import { publishContent } from '../../scripts/publish.ts';
import { readTree, temporaryFolder, writeFiles } from '../house/files.ts';
import { runs } from '../long.ts';

const plan = (index: number, visibility = 'public') =>
  `---\ntitle: Plan ${index}\nid: p-${index}\nversion: "1.${index}"\nproduct: till\nstatus: released\nreleased: 2026-05-07\nvisibility: ${visibility}\n---\n\n## Summary\n\nBetter.\n`;

function publish(folder: string) {
  const now = new Date('2026-06-01T00:00:00Z');
  return publishContent(readContent(folder), { now, isDry: false, allowMassDelete: false });
}

const recordsOf = (folder: string) =>
  [...readTree(join(folder, 'releases')).keys()].filter((path) => path.startsWith('till/')).length;

test('many plans that vanish at once take nothing with them, few do, and what was made internal goes in any case', () => {
  const alarms = { raised: 0, silent: 0 };
  const setting = fc
    .record({
      // Without fast-check's liking for small numbers and its doubles, which are mostly near zero, half of the cases are alarms.
      many: fc.noBias(fc.integer({ min: 2, max: 40 })),
      share: fc.noBias(fc.integer({ min: 0, max: 80 })).map((percent) => percent / 100),
      internal: fc.nat(2),
    })
    .map(({ many, share, internal }) => ({
      many,
      internal,
      gone: Math.min(Math.round(many * share), many - internal),
    }));
  fc.assert(
    fc.property(setting, ({ many, gone, internal }) => {
      const folder = temporaryFolder();
      writeFiles(folder, {
        'site.yaml':
          'name: K\nurl: https://k.example.com/\nproducts: [{ id: till, name: Till }, { id: api, name: API }]\n',
        // One that stays, whatever else goes.
        'plans/z.md': plan(99),
        ...Object.fromEntries(Array.from({ length: many }, (_, index) => [`plans/${index}.md`, plan(index)])),
      });
      publish(folder);
      expect(recordsOf(folder)).toBe(many + 1);
      for (let index = 0; index < gone; index++) rmSync(join(folder, `plans/${index}.md`));
      for (let index = gone; index < gone + internal; index++)
        writeFiles(folder, { [`plans/${index}.md`]: plan(index, 'internal') });
      const isAlarm = gone > Math.max(5, (many + 1) * 0.2);
      alarms[isAlarm ? 'raised' : 'silent']++;
      const { refused } = publish(folder);
      expect(refused !== undefined).toBe(isAlarm);
      expect(recordsOf(folder)).toBe(many + 1 - internal - (isAlarm ? 0 : gone));
      if (refused)
        expect(refused.message).toContain(`${gone} public records of ${many + 1} would be removed`);
    }),
    { numRuns: runs(12, 200) },
  );
  if (runs(0, 1)) expect(Math.min(alarms.raised, alarms.silent)).toBeGreaterThan(40);
}, 600_000);
