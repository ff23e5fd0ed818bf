import { Client } from '@notionhq/client';
import type { Clock } from './clock.ts';
import { createPace } from './pace.ts';
import { createPacedFetch } from './paced-fetch.ts';

/** The version of the API that Slipway speaks. */
const NOTION_VERSION = '2026-03-11';

export interface ConnectionOptions {
  token: string;
  clock: Clock;
  /** Another Notion than the real one. */
  baseUrl?: string;
  /** For one attempt of one request, in milliseconds; a minute where it is not given. */
  timeout?: number;
  /** Hears how long the run is going to wait for Notion, in milliseconds. */
  onWait?: (milliseconds: number) => void;
}

/** Notion's own client, with our pace and our patience in place of its own. */
export function connectNotion(options: ConnectionOptions): Client {
  const { clock } = options;
  const pace = createPace(clock, options.onWait ?? (() => undefined));
  return new Client({
    auth: options.token,
    notionVersion: NOTION_VERSION,
    retry: false,
    // Waiting for the limit is no time-out; each attempt has one of its own.
    timeoutMs: 2_147_483_647,
    fetch: createPacedFetch(clock, pace, options.timeout ?? 60_000),
    logger: () => undefined,
    ...(options.baseUrl && { baseUrl: options.baseUrl }),
  });
}
