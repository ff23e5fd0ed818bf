import type { APIRoute } from 'astro';
import { addressOf } from '../site/addresses.ts';
import { describeAvailability, isForSome } from '../site/availability-file.ts';
import { loadOutlines } from '../site/load.ts';

/** By address: what is out, and perhaps not for everybody. */
export const GET: APIRoute = async () => {
  const { site, shipped } = await loadOutlines();
  const entries = shipped
    .filter(isForSome)
    .map((release) => [addressOf(site, release), describeAvailability(release)] as const);
  return new Response(JSON.stringify(Object.fromEntries(entries)), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
};
