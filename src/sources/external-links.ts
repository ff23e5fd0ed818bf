import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress, lookupPublic } from './notion/files/public-address.ts';

/** What became of a link to another site. */
export interface LinkTrial {
  url: string;
  /** `unknown` where its host would not say: it wants a sign-in, has too much to do, or did not answer in time. */
  outcome: 'fine' | 'lost' | 'unknown';
  /** In words that end a sentence: `its host answered 404`. */
  why?: string;
}

export interface TrialOptions {
  /** For each request, in milliseconds. */
  timeout: number;
  /** Between two requests to one host, in milliseconds. */
  pause: number;
  /** An origin that may stand on this machine. */
  trustedOrigin?: string;
  onTried?: (done: number) => void;
}

/** Hosts that are asked at the same time. */
const HOSTS = 6;
const MOST_REDIRECTS = 5;

/** Asks whether links are answered: several hosts at once, each of them one link after the other with pauses, and never for more than the head. */
export async function tryLinks(urls: readonly string[], options: TrialOptions): Promise<LinkTrial[]> {
  const hosts = [...Map.groupBy(new Set(urls), (url) => URL.parse(url)?.host ?? '').values()];
  const trials = new Map<string, LinkTrial>();
  const work = async () => {
    for (let links = hosts.pop(); links; links = hosts.pop()) {
      for (const [index, url] of links.entries()) {
        if (index > 0) await new Promise((done) => setTimeout(done, options.pause));
        trials.set(url, { url, ...(await tryLink(url, options)) });
        options.onTried?.(trials.size);
      }
    }
  };
  await Promise.all(Array.from({ length: HOSTS }, work));
  return urls.flatMap((url) => trials.get(url) ?? []);
}

async function tryLink(url: string, options: TrialOptions): Promise<Omit<LinkTrial, 'url'>> {
  try {
    const head = await follow(url, 'HEAD', options);
    // Some hosts know no HEAD, and say so in many ways.
    const status = head < 400 ? head : await follow(url, 'GET', options);
    if (status < 400) return { outcome: 'fine' };
    return {
      outcome: status === 404 || status === 410 ? 'lost' : 'unknown',
      why: `its host answered ${status}`,
    };
  } catch (error) {
    return explain(error);
  }
}

/** The status at the end of all redirects. The body is never read. */
async function follow(address: string, method: string, options: TrialOptions): Promise<number> {
  let url = new URL(address);
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const { statusCode = 0, headers } = await ask(url, method, options);
    if (statusCode < 300 || statusCode >= 400 || !headers.location) return statusCode;
    url = new URL(headers.location, url);
  }
  throw new Error('its host sends from one address to the next without end');
}

function ask(url: URL, method: string, { timeout, trustedOrigin }: TrialOptions): Promise<IncomingMessage> {
  const isTrusted = url.origin === trustedOrigin;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isInside = isIP(host) !== 0 && !isPublicAddress(host);
  if (!/^https?:$/.test(url.protocol) || (isInside && !isTrusted)) {
    throw new Error(`${url.host} is not on the public internet`);
  }
  const request = url.protocol === 'http:' ? requestPlain : requestSecure;
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        method,
        headers: { accept: '*/*', 'user-agent': 'slipway (link check)' },
        signal: AbortSignal.timeout(timeout),
        agent: false,
        ...(isTrusted ? {} : { lookup: lookupPublic }),
      },
      (response) => {
        response.destroy();
        resolve(response);
      },
    );
    asked.on('error', reject).end();
  });
}

function explain(error: unknown): Omit<LinkTrial, 'url'> {
  const { name, message, code } = error as NodeJS.ErrnoException;
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ABORT_ERR')
    return { outcome: 'unknown', why: 'its host took too long' };
  if (code === 'ENOTFOUND') return { outcome: 'lost', why: 'there is no such host' };
  if (code === 'EAI_AGAIN' || code === 'ENETUNREACH')
    return { outcome: 'unknown', why: 'there is no network here' };
  return { outcome: 'lost', why: message };
}
