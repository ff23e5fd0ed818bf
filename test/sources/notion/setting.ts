import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { type ConnectionOptions, connectNotion } from '../../../src/sources/notion/client/client.ts';
import { createClock } from '../../notion-server/clock.ts';
import { addDatabase } from '../../notion-server/edits.ts';
import { type NotionServer, startNotion, TOKEN } from '../../notion-server/server.ts';
import { createWorld } from '../../notion-server/world.ts';

const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** A workspace with a database of plans, its server, and a connection that shares the server's clock. */
export async function setUp(columns: Record<string, Record<string, unknown>> = COLUMNS) {
  const clock = createClock('2026-05-04T09:00:30.000Z');
  const world = createWorld(clock);
  const { database, source } = addDatabase(world, 'Release plans', columns);
  clock.advance(3_600_000);
  const server = await startNotion(world);
  open.push(() => server.close());
  const waits: number[] = [];
  const connect = (options: Partial<ConnectionOptions> = {}) =>
    connectNotion({
      token: TOKEN,
      clock: { ...clock, random: () => 0.5 },
      baseUrl: server.origin,
      onWait: (wait) => waits.push(wait),
      ...options,
    });
  return { clock, world, database, source, server, waits, connect };
}

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-'));
  open.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export function countRequests(server: NotionServer): number {
  return server.log.splice(0).length;
}

const COLUMNS = {
  Name: { title: {} },
  Status: { status: { options: ['draft', 'planned', 'released', 'delayed'].map((name) => ({ name })) } },
  Visibility: { select: { options: [{ name: 'internal' }, { name: 'public' }] } },
  Version: { rich_text: {} },
  Product: { select: { options: [{ name: 'Rider app' }] } },
  Released: { date: {} },
  Summary: { rich_text: {} },
  Tags: { multi_select: { options: [] } },
};
