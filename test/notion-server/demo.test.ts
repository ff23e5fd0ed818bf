import * as disk from 'node:fs/promises';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connectNotion } from '../../src/sources/notion/client/client.ts';
import { pullPlans } from '../../src/sources/notion/pull/pull.ts';
import { startDemoNotion } from './demo.ts';

describe('the demo in Notion', () => {
  it('can be pulled at once, and a second time with a request for each hundred rows', async () => {
    const content = new URL('../../content/', import.meta.url).pathname;
    const { server, token, sources } = await startDemoNotion(content, { products: [], themes: [] });
    const folder = mkdtempSync(join(tmpdir(), 'slipway-demo-'));
    try {
      const clock = { now: Date.now, sleep: () => Promise.reject(new Error('waited')), random: Math.random };
      const client = connectNotion({ token, baseUrl: server.origin, clock });
      const pull = (kind: 'plans' | 'roadmap') =>
        pullPlans({
          kind,
          client,
          clock,
          disk,
          folder: join(folder, kind),
          dataSource: sources[kind],
          maxFileBytes: 1e6,
        });
      const roadmap = await pull('roadmap');
      const plans = await pull('plans');
      expect(roadmap.plans).toBe(readdirSync(join(content, 'roadmap')).length);
      expect([plans.templates, plans.failed, plans.notes]).toEqual([5, [], []]);
      expect(
        readdirSync(join(folder, 'roadmap'))
          .filter((name) => name.endsWith('.md'))
          .sort(),
      ).toEqual(readdirSync(join(content, 'roadmap')).sort());
      server.log.length = 0;
      expect((await pull('plans')).written).toBe(false);
      expect(server.log).toHaveLength(2);
    } finally {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
