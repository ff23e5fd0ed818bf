/**
 * What a picture says beside its pixels: texts, EXIF, XMP, and whatever follows its end. PNG (W3C, third edition), JPEG (ITU-T T.81, annex
 * B) and WebP (RFC 9649).
 * @returns nothing where the bytes are none of these
 */
export function readImageData(bytes: Uint8Array): Uint8Array | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = view.toString('latin1', 0, 12);
  if (head.startsWith('\x89PNG')) return joinParts(readPng(view));
  if (head.startsWith('\xff\xd8')) return joinParts(readJpeg(view));
  if (/RIFF.{4}WEBP/s.test(head)) return joinParts(readWebp(view));
  return undefined;
}

/** Each by itself, as the end of one and the beginning of the next make no word. */
function joinParts(parts: Iterable<Buffer>): Buffer {
  return Buffer.concat([...parts].flatMap((part) => [part, LINE_END]));
}

/** In UTF-8 and UTF-16. */
const LINE_END = Buffer.of(0x0a, 0, 0x0a, 0);

function* readPng(view: Buffer): Generator<Buffer> {
  let rest = view.subarray(8);
  while (rest.length > 0) {
    const type = rest.toString('latin1', 4, 8);
    const end = 8 + numberIn(rest.subarray(0, 4));
    if (type !== 'IDAT') yield rest.subarray(8, end);
    rest = rest.subarray(end + 4);
    // What follows the end is no chunk.
    if (type === 'IEND') {
      yield rest;
      return;
    }
  }
}

/** A scan of pixels goes to the next mark: in it, 0xFF is followed by 0 or by the number of a restart. */
function* readJpeg(view: Buffer): Generator<Buffer> {
  let rest = view.subarray(2);
  while (rest[0] === 0xff && rest[1] !== 0xd9) {
    const end = 2 + numberIn(rest.subarray(2, 4));
    yield rest.subarray(4, end);
    const pixels = rest[1] === 0xda ? pixelsAt(rest.subarray(end)) : 0;
    rest = rest.subarray(end + pixels);
  }
  yield rest;
}

function pixelsAt(bytes: Buffer): number {
  return /\xff[^\x00\xd0-\xd7]/.exec(bytes.toString('latin1'))?.index ?? bytes.length;
}

function* readWebp(view: Buffer): Generator<Buffer> {
  let rest = view.subarray(12);
  while (rest.length > 0) {
    const end = 8 + numberIn(rest.subarray(4, 8).toReversed());
    if (!PIXELS.has(rest.toString('latin1', 0, 4))) yield rest.subarray(8, end);
    rest = rest.subarray(end + (end % 2));
  }
}

const PIXELS = new Set(['VP8 ', 'VP8L', 'ALPH', 'ANMF']);

function numberIn(bytes: Uint8Array): number {
  return bytes.reduce((number, byte) => number * 256 + byte, 0);
}
