/**
 * What a picture says beside its pixels: texts, EXIF, XMP, and whatever follows its end. PNG (W3C, third edition), JPEG (ITU-T T.81, annex
 * B) and WebP (RFC 9649).
 * @returns nothing where the bytes are none of these
 */
export function readImageData(bytes: Uint8Array): Uint8Array | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.subarray(0, 4).equals(PNG)) return readPng(view);
  if (view[0] === 0xff && view[1] === 0xd8) return readJpeg(view);
  if (view.toString('latin1', 0, 4) === 'RIFF' && view.toString('latin1', 8, 12) === 'WEBP')
    return readWebp(view);
  return undefined;
}

const PNG = Buffer.of(0x89, 0x50, 0x4e, 0x47);

function readPng(view: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 8;
  while (at + 8 <= view.length) {
    const end = at + 12 + view.readUInt32BE(at);
    const type = view.toString('latin1', at + 4, at + 8);
    if (type !== 'IDAT') parts.push(view.subarray(at + 8, end - 4));
    at = end;
    if (type === 'IEND') break;
  }
  return Buffer.concat([...parts, view.subarray(at)]);
}

function readJpeg(view: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 2;
  while (at + 4 <= view.length && view[at] === 0xff && view[at + 1] !== 0xda) {
    const end = at + 2 + view.readUInt16BE(at + 2);
    parts.push(view.subarray(at + 4, end));
    at = end;
  }
  const last = view.lastIndexOf(Buffer.of(0xff, 0xd9));
  return Buffer.concat([...parts, view.subarray(last < at ? at : last + 2)]);
}

function readWebp(view: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 12;
  while (at + 8 <= view.length) {
    const end = at + 8 + view.readUInt32LE(at + 4);
    const isPixels = /^(?:VP8[ L]|ALPH|ANMF)$/.test(view.toString('latin1', at, at + 4));
    if (!isPixels) parts.push(view.subarray(at + 8, end));
    at = end + (end % 2);
  }
  return Buffer.concat([...parts, view.subarray(at)]);
}
