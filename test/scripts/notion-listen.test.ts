import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { coalesce } from '../../scripts/coalesce.ts';
import { editPage } from '../notion-server/edits.ts';
import { signDelivery } from '../notion-server/webhooks.ts';
import { setUpNotion, startWith } from './notion-setting.ts';

test('slipway listen pulls and publishes once for many deliveries, and takes none that Notion did not sign', async () => {
  const { world, server, folder, env, addPlan } = await setUpNotion({ now: true });
  const page = addPlan('Book a table', '1.2');
  const words = ['listen', '--port', '48713', '--wait', '0.2', '--run', 'echo "deployed [$NOTION_TOKEN]"'];
  const child = startWith([...words, '--content', folder], env);
  await child.until('deployed []');
  const address = 'http://127.0.0.1:48713/';
  const post = async (body: string, headers: Record<string, string> = {}) =>
    (await fetch(address, { method: 'POST', body, headers })).status;

  expect(await post('{"verification_token":"secret_of_the_webhook"}')).toBe(200);
  await child.until('Notion’s verification token is secret_of_the_webhook');
  const kept = join(folder, '.slipway/webhook-token');
  expect([readFileSync(kept, 'utf8'), statSync(kept).mode & 0o777]).toEqual([
    'secret_of_the_webhook\n',
    0o600,
  ]);
  expect(await post('{"verification_token":"another"}')).toBe(401);

  const deliver = () =>
    signDelivery(world, 'secret_of_the_webhook', { type: 'page.content_updated', pageId: page.id });
  const { body, headers } = await deliver();
  expect(await post(body)).toBe(401);
  expect(await post(body.replace('content', 'kontent'), headers)).toBe(401);
  expect(await post('x'.repeat(200_000), headers)).toBe(413);
  expect((await fetch(address)).status).toBe(405);
  world.clock.advance(-26 * 3_600_000);
  const stale = await deliver();
  world.clock.advance(26 * 3_600_000);
  expect(await post(stale.body, stale.headers)).toBe(400);
  expect(server.log.filter((line) => line.endsWith('/query'))).toHaveLength(1);

  editPage(world, page.id, (each) => Object.assign(each, { body: '## Summary\nFrom your own page.' }));
  const later = await deliver();
  for (const each of [later, { body, headers }, later, { body, headers }]) {
    expect(await post(each.body, each.headers)).toBe(200);
  }
  await child.until(/deployed \[\][^]*~ Book a table[^]*deployed \[\]/);
  expect(readFileSync(join(folder, 'releases/till/1-2.yaml'), 'utf8')).toContain('From your own page.');
  expect(server.log.filter((line) => line.endsWith('/query'))).toHaveLength(2);

  child.process.kill('SIGINT');
  await new Promise((done) => child.process.on('close', done));
  expect(child.process.exitCode).toBe(0);
  expect(existsSync(join(folder, 'plans/.notion.lock'))).toBe(false);
}, 30_000);

test('runs never overlap, and what was asked for during one is done after it', async () => {
  let running = 0;
  let runs = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++running);
    await new Promise((done) => setTimeout(done, 40));
    running--;
    return ++runs > 1;
  };
  const coalescer = coalesce(work, { wait: 10, every: 10_000, retry: 20, onFault: () => undefined });
  for (let turn = 0; turn < 30; turn++) {
    coalescer.request();
    await new Promise((done) => setTimeout(done, 4));
  }
  await new Promise((done) => setTimeout(done, 200));
  expect(most).toBe(1);
  expect(runs).toBeGreaterThanOrEqual(2);
  expect(runs).toBeLessThanOrEqual(5);
  const before = runs;
  await coalescer.stop();
  coalescer.request();
  await new Promise((done) => setTimeout(done, 60));
  expect(runs).toBe(before);
});
