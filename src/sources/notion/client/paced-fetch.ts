import type { Client } from '@notionhq/client';
import { Problem } from '../../problem.ts';
import type { Clock } from './clock.ts';
import type { Pace } from './pace.ts';

type Fetch = NonNullable<NonNullable<ConstructorParameters<typeof Client>[0]>['fetch']>;
type Init = Parameters<Fetch>[1];

/** How often a request that failed for a passing reason is sent again. */
const RETRIES = 5;
/** The largest answer that is taken; those of Notion have less than a hundredth of it. */
const MOST_BYTES = 100_000_000;
const PASSING = new Set([409, 429, 500, 502, 503, 504, 529]);

/**
 * A `fetch` for the SDK that keeps the pace and sends again what failed for a passing reason. Reads are sent again after 409, 429, 5xx, a broken
 * connection, a time-out, or a body that was cut; writes only after 429, when Notion says that it did nothing.
 * @param timeout of one attempt, in milliseconds.
 */
export function createPacedFetch(clock: Clock, pace: Pace, timeout: number): Fetch {
  return async (url, init) => {
    const isRead = isReading(url, init);
    for (let attempt = 0; ; attempt++) {
      await pace.take();
      const last = attempt >= RETRIES;
      const result = await tryOnce(url, init, timeout);
      if (result instanceof Error) {
        if (result instanceof Problem || last || !isRead || (isOffline(result) && attempt > 0)) throw result;
        await clock.sleep(backOff(clock, attempt));
        continue;
      }
      const { response, text } = result;
      const mayRepeat = isRead
        ? PASSING.has(response.status) || isCut(response, text)
        : response.status === 429;
      if (!mayRepeat || last || isBlocked(text))
        return new Response(text, { status: response.status, headers: response.headers });
      const seconds = readRetryAfter(response, clock);
      if (seconds === undefined) await clock.sleep(backOff(clock, attempt));
      else pace.pause(seconds * 1000);
    }
  };
}

async function tryOnce(
  url: string,
  init: Init,
  timeout: number,
): Promise<{ response: Response; text: string } | Error> {
  try {
    // Notion's API sends nobody elsewhere, and whoever stands between must not send the token elsewhere.
    const ours = { redirect: 'manual', signal: AbortSignal.timeout(timeout) } as const;
    const response = await fetch(url, { ...(init as RequestInit), ...ours });
    return { response, text: await readText(response) };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/**
 * The whole body, counted while it comes and as it is unpacked: a few kilobytes may become gigabytes.
 * @throws {Problem}
 */
async function readText(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > MOST_BYTES) {
      throw new Problem(`Notion sent more than ${MOST_BYTES / 1_000_000} MB at once. Nothing was changed.`, {
        hint: 'See whether a proxy answers in its place, and run it again.',
      });
    }
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Without a network at all, patience is no help. */
function isOffline(error: Error): boolean {
  const { cause } = error;
  return (
    cause instanceof Error && 'code' in cause && /ENOTFOUND|ENETUNREACH|ECONNREFUSED/.test(String(cause.code))
  );
}

/** A query of a data source is a POST that changes nothing. */
function isReading(url: string, init: Init): boolean {
  return init?.method === 'GET' || /\/data_sources\/[^/]+\/query$/.test(new URL(url).pathname);
}

/** 200 with half a body, or with none that is an object. */
function isCut(response: Response, text: string): boolean {
  if (!response.ok) return false;
  try {
    const body: unknown = JSON.parse(text);
    return typeof body !== 'object' || body === null;
  } catch {
    return true;
  }
}

/** A connection that Notion has shut out stays shut out, however long one waits. */
function isBlocked(text: string): boolean {
  return text.includes('"public_api_request_blocked"');
}

function readRetryAfter(response: Response, clock: Clock): number | undefined {
  const text = response.headers.get('retry-after');
  if (text === null) return undefined;
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? undefined : Math.max(0, (moment - clock.now()) / 1000);
}

/** Half a second, one, two, four, eight; each half as long again at most. */
function backOff(clock: Clock, attempt: number): number {
  return 500 * 2 ** attempt * (1 + clock.random() / 2);
}
