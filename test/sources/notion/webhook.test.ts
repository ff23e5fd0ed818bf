import { signWebhookPayload } from '@notionhq/client';
import { describe, expect, it } from 'vitest';
import { MAX_WEBHOOK_BYTES, readDelivery } from '../../../src/sources/notion/webhook.ts';
import { createClock } from '../../notion-server/clock.ts';
import { signDelivery } from '../../notion-server/webhooks.ts';
import { createWorld } from '../../notion-server/world.ts';

const HOUR = 3_600_000;
const world = createWorld(createClock());
const now = world.clock.now();
const bytes = (text: string) => Buffer.from(text);

async function deliver(type: string) {
  const { body, headers } = await signDelivery(world, 'secret', { type, pageId: world.nextId() });
  return { body: bytes(body), signature: headers['x-notion-signature'] };
}

async function signed(value: unknown) {
  const body = JSON.stringify(value);
  return { body: bytes(body), signature: await signWebhookPayload({ body, verificationToken: 'secret' }) };
}

describe('webhooks', () => {
  it('begin with a handshake, once', async () => {
    const body = bytes('{"verification_token":"secret_abc"}');
    expect(await readDelivery(body, undefined, undefined, now)).toEqual({
      kind: 'handshake',
      token: 'secret_abc',
    });
    expect(await readDelivery(body, undefined, 'secret', now)).toMatchObject({
      kind: 'refused',
      status: 401,
    });
  });

  it('call for a pull when a page or the database changes', async () => {
    for (const type of [
      'page.content_updated',
      'page.deleted',
      'data_source.schema_updated',
      'database.moved',
    ]) {
      const { body, signature } = await deliver(type);
      expect(await readDelivery(body, signature, 'secret', now)).toMatchObject({ kind: 'event', type });
    }
    const { body, signature } = await deliver('comment.created');
    expect(await readDelivery(body, signature, 'secret', now)).toMatchObject({ kind: 'ignored' });
  });

  it('are refused unsigned, changed, stale, oversized or senseless', async () => {
    const { body, signature } = await deliver('page.created');
    const why = async (...parameters: Parameters<typeof readDelivery>) => {
      const delivery = await readDelivery(...parameters);
      return delivery.kind === 'refused' ? [delivery.status, delivery.why] : delivery;
    };
    expect(await why(body, undefined, 'secret', now)).toEqual([401, 'its signature is missing or wrong']);
    expect(await why(body, signature, 'other', now)).toEqual([401, 'its signature is missing or wrong']);
    expect(await why(Buffer.concat([body, bytes(' ')]), signature, 'secret', now)).toEqual([
      401,
      'its signature is missing or wrong',
    ]);
    expect(await why(body, signature, undefined, now)).toEqual([401, 'there is no verification token yet']);
    expect(await why(body, signature, 'secret', now + 26 * HOUR)).toEqual([400, 'it is stale']);
    expect(await why(body, signature, 'secret', now - 26 * HOUR)).toEqual([400, 'it is stale']);
    expect(await why(bytes('x'.repeat(MAX_WEBHOOK_BYTES + 1)), signature, 'secret', now)).toEqual([
      413,
      'it is too large',
    ]);
    expect(await why(bytes('[1]'), signature, 'secret', now)).toEqual([400, 'it is no JSON object']);
    expect(await why(Buffer.from([0xff, 0xfe]), signature, 'secret', now)).toEqual([
      400,
      'it is no JSON object',
    ]);
    const odd = await signed({ id: '1', type: 'page.created', timestamp: 'yesterday' });
    expect(await why(odd.body, odd.signature, 'secret', now)).toEqual([400, 'it is stale']);
    const empty = await signed({});
    expect(await why(empty.body, empty.signature, 'secret', now)).toEqual([
      400,
      'it has no id, type or time',
    ]);
  });
});
