import { closeSync, openSync, readSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ImageSize, readImageSize } from './image-size.ts';

/** The size of an image that stands in `public/`, by its address from the root of the site; `undefined` for all others. */
export function publicImageSize(address: string): ImageSize | undefined {
  if (known.has(address)) return known.get(address);
  const size = /\/\.\.?(?:\/|$)|\\/.test(address) ? undefined : readSize(join(folder, decode(address)));
  known.set(address, size);
  return size;
}

const folder = resolve('public');
const known = new Map<string, ImageSize | undefined>();
/** Enough for a photo whose camera wrote a preview into its head. */
const HEAD = 256_000;

function readSize(file: string): ImageSize | undefined {
  let open: number | undefined;
  try {
    open = openSync(file, 'r');
    const bytes = Buffer.alloc(HEAD);
    return readImageSize(bytes.subarray(0, readSync(open, bytes, 0, HEAD, 0)));
  } catch {
    // A file that is not there, or is something else, has no size.
    return undefined;
  } finally {
    if (open !== undefined) closeSync(open);
  }
}

function decode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
