import { createHash } from 'node:crypto';
import { invalid } from './errors.ts';

const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[1-8][0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i;

/** Ids that are the same in every run: version 4 in their shape, made from a counter. */
export function createIds(seed = 'local'): () => string {
  let count = 0;
  return () => {
    const hex = createHash('sha256').update(`${seed}-${++count}`).digest('hex');
    const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4];
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
}

/** An id from a path or body, with dashes; anything that is no UUID of versions 1 to 8 is refused in Notion's words. */
export function readId(place: string, value: unknown): string {
  if (typeof value !== 'string' || !UUID.test(value)) {
    const shown = value === undefined ? '`undefined`' : `\`${JSON.stringify(value)}\``;
    const [where = 'body'] = place.split('.');
    throw invalid(`${where} failed validation: ${place} should be a valid uuid, instead was ${shown}.`);
  }
  const hex = value.replaceAll('-', '').toLowerCase();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export const undashed = (id: string) => id.replaceAll('-', '');

/** A short id such as those of properties, percent-encoded as Notion sends them. */
export function propertyId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 3)}%3A${hex.slice(3, 4)}`;
}
