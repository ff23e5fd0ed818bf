import { unpackRaw } from './unpack.ts';

/** The files in an archive, by their own heads (PKWARE APPNOTE, 4.3.7). */
export function* packedInArchive(bytes: Uint8Array): Generator<Uint8Array> {
  // A head may be cut.
  const buffer = Buffer.concat([bytes, Buffer.alloc(30)]);
  for (let at = buffer.indexOf(HEAD); at >= 0; at = buffer.indexOf(HEAD, at + 4)) {
    const from = at + 30 + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28);
    const inflated = unpackRaw(buffer.subarray(from));
    if (inflated) yield inflated;
  }
}

const HEAD = Buffer.from('PK\u0003\u0004');
