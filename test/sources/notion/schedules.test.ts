import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editPage, recompute } from '../../notion-server/edits.ts';
import type { FaultRule } from '../../notion-server/faults.ts';
import { runs } from '../../long.ts';
import { MINUTE, setUpPull, snapshot } from './pull-setting.ts';
import { countRequests } from './setting.ts';

/** Faults that pass by themselves: no page may be lost, and no request be wasted, because of them. */
const passing = fc.record({
  on: fc.constantFrom(/data_sources\/[^/]+$/, /query/, /markdown/, /./),
  nth: fc.integer({ min: 1, max: 12 }),
  times: fc.constant(1),
  fault: fc.constantFrom<FaultRule['fault'][]>(
    { status: 503 },
    { status: 429, retryAfter: 30 },
    { status: 529, retryAfter: 7 },
    { status: 409 },
    { status: 500 },
    { html: 502 },
    { reset: true },
    { cut: true },
  ),
});

describe('whatever passing faults Notion has', () => {
  it('a pull is complete and correct', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(passing, { minLength: 1, maxLength: 5 }), async (rules) => {
        const { clock, world, server, folder, pull, page } = await setUpPull(8);
        await pull();
        editPage(world, page(1).id, (each) => Object.assign(each, { body: 'Edited.' }));
        recompute(world, page(2).id, (each) => Object.assign(each, { inTrash: true }));
        clock.advance(10 * MINUTE);
        countRequests(server);

        for (const rule of rules) server.fail(rule);
        const report = await pull();
        expect([report.changed, report.removed.length, report.failed, report.problems]).toEqual([
          ['Plan 1'],
          1,
          [],
          [],
        ]);
        const after = snapshot(folder);
        const least = 1 + 1 + 1 + 1;
        const faults = rules.reduce((sum, rule) => sum + rule.times, 0);
        expect(countRequests(server)).toBeLessThanOrEqual(least + faults);
        await pull({ full: true });
        expect(snapshot(folder)).toEqual(after);
        await server.close();
      }),
      { numRuns: runs(20, 500) },
    );
  }, 3_600_000);

  it('a fault that stays leaves the last state or a better one', async () => {
    await fc.assert(
      fc.asyncProperty(passing, async (rule) => {
        const { clock, world, server, folder, pull, page } = await setUpPull(8);
        await pull();
        const before = snapshot(folder);
        editPage(world, page(1).id, (each) => Object.assign(each, { body: 'Edited.' }));
        clock.advance(10 * MINUTE);
        server.fail({ ...rule, times: 1000 });
        const report = await pull().catch((error: unknown) => error);
        if (report instanceof Error) expect(report.message).toContain('Nothing was changed.');
        const after = snapshot(folder);
        expect(Object.keys(after)).toEqual(Object.keys(before));
        const differing = Object.keys(after).filter((name) => after[name] !== before[name]);
        expect(differing.every((name) => /^plan-1-|^\.notion/.test(name))).toBe(true);
        await server.close();
      }),
      { numRuns: runs(12, 80) },
    );
  }, 3_600_000);
});
