import { verifyWebhookSignature } from '@notionhq/client';

/** Larger deliveries are refused, in bytes; Notion’s own stay far below. */
export const MAX_WEBHOOK_BYTES = 100_000;

/** Notion delivers again for a day; what is older was recorded and is played back. */
const MAX_AGE = 25 * 3_600_000;

export type Delivery =
  /** The first request after a subscription was made: its token must be typed into Notion, and kept. */
  | { kind: 'handshake'; token: string }
  /** Something changed: time for a pull. A delivery is a hint and never the truth. */
  | { kind: 'event'; id: string; type: string }
  /** Something that plans do not depend on. */
  | { kind: 'ignored'; id: string }
  | { kind: 'refused'; status: 400 | 401 | 413; why: string };

/**
 * Understands one delivery of a webhook.
 * @param body exactly as it came: the signature is made over its bytes.
 * @param token from the handshake; without one, nothing but a handshake is accepted.
 * @param now in milliseconds since 1970.
 */
export async function readDelivery(
  body: Uint8Array,
  signature: string | undefined,
  token: string | undefined,
  now: number,
): Promise<Delivery> {
  if (body.length > MAX_WEBHOOK_BYTES) return { kind: 'refused', status: 413, why: 'it is too large' };
  const event = parse(body);
  if (!event) return { kind: 'refused', status: 400, why: 'it is no JSON object' };
  if (token === undefined) {
    const given = event['verification_token'];
    if (typeof given === 'string' && given !== '') return { kind: 'handshake', token: given };
    return { kind: 'refused', status: 401, why: 'there is no verification token yet' };
  }
  if (!(await verifyWebhookSignature({ body, signature, verificationToken: token }))) {
    return { kind: 'refused', status: 401, why: 'its signature is missing or wrong' };
  }
  const { id, type, timestamp } = event;
  if (typeof id !== 'string' || typeof type !== 'string' || typeof timestamp !== 'string') {
    return { kind: 'refused', status: 400, why: 'it has no id, type or time' };
  }
  const age = now - Date.parse(timestamp);
  // Written this way round, a time that is none is refused as well.
  if (!(Math.abs(age) <= MAX_AGE)) return { kind: 'refused', status: 400, why: 'it is stale' };
  return /^(?:page|data_source|database)\./.test(type)
    ? { kind: 'event', id, type }
    : { kind: 'ignored', id };
}

function parse(body: Uint8Array): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
