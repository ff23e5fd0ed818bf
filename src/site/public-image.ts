import { join, resolve } from 'node:path';
import { type ImageSize, readImageFileSize } from './image-size.ts';

/**
 * The size of an image that stands in `public/` or beside the records, by its address from the root of the site; `undefined` for all others.
 */
export function publicImageSize(address: string): ImageSize | undefined {
  const [, name] = /^\/media\/([0-9a-f]{20}\.[a-z0-9]{2,4})$/.exec(address) ?? [];
  const beside = name && __SLIPWAY_RECORDS__().get(`_media/${name}`);
  if (beside && beside.kind === 'media') return beside.record.size;
  if (known.has(address)) return known.get(address);
  const path = decode(address);
  const isInside = !/\/\.\.?(?:\/|$)|\\/.test(path);
  const size = isInside ? readImageFileSize(join(folder, path)) : undefined;
  known.set(address, size);
  return size;
}

const folder = resolve('public');
const known = new Map<string, ImageSize | undefined>();

function decode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
