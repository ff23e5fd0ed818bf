import { request as requestPlain } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress, lookupPublic } from './public-address.ts';

export interface DownloadOptions {
  /** Larger files are refused, in bytes. */
  maxBytes: number;
  /** An origin that may stand anywhere and speak http: that of a Notion on this machine. */
  trustedOrigin?: string | undefined;
  /** For the whole download, in milliseconds. */
  timeout: number;
}

/** Why a file was not taken, in words that end a sentence. */
export class FileRefusal extends Error {}

const MOST_REDIRECTS = 5;

/**
 * Fetches a file over https from the public internet, without cookies, and no more of it than the limit.
 * @throws {FileRefusal}
 */
export async function downloadFile(address: string, options: DownloadOptions): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(options.timeout);
  let url = address;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const response = await open(url, options, signal);
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      response.destroy();
      url = new URL(headers.location, url).href;
      continue;
    }
    if (statusCode !== 200) {
      response.destroy();
      throw new FileRefusal(`its host answered ${statusCode}`);
    }
    return readAll(response, options.maxBytes);
  }
  throw new FileRefusal('its host sends from one address to the next without end');
}

function open(address: string, options: DownloadOptions, signal: AbortSignal): Promise<IncomingMessage> {
  if (!URL.canParse(address)) throw new FileRefusal('its address is none');
  const url = new URL(address);
  const isTrusted = url.origin === options.trustedOrigin;
  if (!isTrusted) checkAddress(url);
  return new Promise((resolve, reject) => {
    const request = isTrusted && url.protocol === 'http:' ? requestPlain : requestSecure;
    const lookup = isTrusted ? {} : { lookup: lookupPublic };
    request(url, { ...lookup, signal, headers: { accept: '*/*', 'user-agent': 'slipway' } }, resolve)
      .on('error', (error) => reject(refusal(error)))
      .end();
  });
}

/** Names are checked when the socket looks them up; plain IP addresses are never looked up. */
function checkAddress(url: URL): void {
  if (url.protocol !== 'https:') throw new FileRefusal('its address does not begin with https');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host))
    throw new FileRefusal(`${host} is not on the public internet`);
}

async function readAll(response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) throw new FileRefusal(`it is larger than ${Math.round(maxBytes / 1_000_000)} MB`);
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof FileRefusal ? error : refusal(error);
  }
  if (size === 0) throw new FileRefusal('it is empty');
  return Buffer.concat(chunks);
}

function refusal(error: unknown): FileRefusal {
  const text = error instanceof Error ? error.message : String(error);
  const isLate = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
  return new FileRefusal(isLate ? 'its host took too long' : text);
}
