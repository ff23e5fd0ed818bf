import { signWebhookPayload } from '@notionhq/client';
import { INTEGRATION } from './errors.ts';
import type { World } from './world.ts';

/** One delivery as Notion sends it: the body byte for byte, and its signature. */
export interface Delivery {
  body: string;
  headers: Record<string, string>;
}

export async function signDelivery(
  world: World,
  token: string,
  event: { type: string; pageId: string; attempt?: number },
): Promise<Delivery> {
  const body = JSON.stringify({
    id: world.nextId(),
    timestamp: new Date(world.clock.now()).toISOString(),
    workspace_id: INTEGRATION.id,
    workspace_name: 'Local',
    subscription_id: INTEGRATION.id,
    integration_id: INTEGRATION.id,
    authors: [],
    attempt_number: event.attempt ?? 1,
    api_version: '2026-03-11',
    type: event.type,
    entity: { id: event.pageId, type: 'page' },
    data: {},
  });
  const signature = await signWebhookPayload({ body, verificationToken: token });
  return { body, headers: { 'content-type': 'application/json', 'x-notion-signature': signature } };
}
