import type { Client } from '@notionhq/client';
import { connectNotion } from '../src/sources/notion/client/client.ts';
import type { Clock } from '../src/sources/notion/client/clock.ts';
import { Problem } from '../src/sources/problem.ts';

export interface Connection {
  client: Client;
  clock: Clock;
  /** The origin of a Notion on this machine, where it is one. */
  trustedOrigin?: string;
}

/**
 * A connection with the token that the environment holds as `NOTION_TOKEN`. `SLIPWAY_NOTION_URL` leads to a Notion on this machine instead of the
 * real one; the demo and the tests use it.
 * @param onWait hears how long Notion makes the run wait, in milliseconds
 * @throws {Problem} where there is no token, or none that can be one
 */
export function openNotion(onWait: (milliseconds: number) => void): Connection {
  const clock: Clock = {
    now: () => Date.now(),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    random: () => Math.random(),
  };
  const trustedOrigin = readLocalOrigin();
  const client = connectNotion({
    token: readToken(),
    clock,
    onWait,
    ...(trustedOrigin && { baseUrl: trustedOrigin }),
  });
  return { client, clock, ...(trustedOrigin && { trustedOrigin }) };
}

const HOW =
  'In Notion, open Settings → Connections → Develop or manage integrations, make an internal connection, copy its token, and set it: `export NOTION_TOKEN=…`.';

function readToken(): string {
  const token = process.env['NOTION_TOKEN']?.trim();
  if (!token) {
    throw new Problem(
      'There is no token for Notion: NOTION_TOKEN is not set in the environment. Nothing was changed.',
      {
        hint: HOW,
      },
    );
  }
  // What cannot stand in a header would be shown in the message that says so.
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new Problem(
      'NOTION_TOKEN holds spaces, line breaks or letters that no token has. Nothing was changed.',
      {
        hint: `${HOW} Copy it anew, without anything around it.`,
      },
    );
  }
  return token;
}

/** A token goes to Notion or stays on this machine. */
function readLocalOrigin(): string | undefined {
  const address = process.env['SLIPWAY_NOTION_URL'];
  if (!address) return undefined;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)) return url.origin;
  throw new Problem(
    'SLIPWAY_NOTION_URL leads away from this machine; tokens are not sent there. Nothing was changed.',
    {
      hint: 'It is for the demo and for tests. To use Notion itself, unset it.',
    },
  );
}
