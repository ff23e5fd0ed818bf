import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as disk from 'node:fs/promises';
import { join } from 'node:path';
import { type PullOptions, pullPlans } from '../../../src/sources/notion/pull/pull.ts';
import { addPage } from '../../notion-server/edits.ts';
import { select, status, text } from '../../notion-server/values.ts';
import type { PageRecord } from '../../notion-server/world.ts';
import { setUp, temporaryFolder } from './setting.ts';

export const MINUTE = 60_000;

export async function setUpPull(plans = 0, columns?: Parameters<typeof setUp>[0]) {
  const setting = await setUp(columns);
  const folder = join(await temporaryFolder(), 'plans', 'notion');
  const pages: PageRecord[] = [];
  for (let index = 0; index < plans; index++) {
    pages.push(
      addPage(setting.world, setting.source.id, {
        title: `Plan ${index}`,
        body: `## Summary\nThis is plan ${index}.`,
        properties: { Status: status('released'), Visibility: select('public'), Version: text(`1.${index}`) },
        createdAt: Date.parse('2026-01-01T10:00:00Z') + index * MINUTE,
      }),
    );
  }
  const pull = (options: Partial<PullOptions> = {}) =>
    pullPlans({
      kind: 'plans',
      client: setting.connect(),
      clock: { ...setting.clock, random: () => 0.5 },
      disk,
      folder,
      dataSource: setting.source.id,
      maxFileBytes: 1_000_000,
      trustedOrigin: setting.server.origin,
      ...options,
    });
  return { ...setting, folder, pages, pull, page: (index: number) => pages[index] as PageRecord };
}

/** Every file with its content. */
export function snapshot(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [
        path.slice(folder.length + 1),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  );
}

export const fileOf = (folder: string, start: string) => {
  const name = readdirSync(folder).find((each) => each.startsWith(start));
  return name ? readFileSync(join(folder, name), 'utf8') : undefined;
};
