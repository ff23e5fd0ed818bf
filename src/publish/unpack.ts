import { brotliDecompressSync, inflateRawSync, unzipSync } from 'node:zlib';

/** Bytes of a file that is compressed to less. */
const MOST = { maxOutputLength: 50_000_000 };

/** Out of gzip and zlib. */
export function unpack(bytes: Uint8Array): Uint8Array | undefined {
  const start = Buffer.from(bytes.subarray(0, 2)).toString('hex');
  // Stryker disable next-line ConditionalExpression: saves time only, as nothing else can be unpacked.
  if (!PACKED.has(start)) return undefined;
  return attempt(() => unzipSync(bytes, MOST));
}

/** The first bytes of gzip, and of zlib in its four levels. */
const PACKED = new Set(['1f8b', '7801', '785e', '789c', '78da']);

/** A stream without a mark of its own. */
export function unpackRaw(bytes: Uint8Array): Uint8Array | undefined {
  return attempt(() => inflateRawSync(bytes, MOST));
}

/** Brotli has no mark of its own: its files are known by their names. */
export function unpackBrotli(bytes: Uint8Array): Uint8Array {
  return attempt(() => brotliDecompressSync(bytes, MOST)) ?? bytes;
}

function attempt(act: () => Buffer): Buffer | undefined {
  let result: Buffer | undefined;
  try {
    result = act();
  } catch {
    // It only looked packed, or is cut, or too large.
  }
  return result;
}
