import { closeSync, openSync, readSync } from 'node:fs';

/** Width and height in pixels, as the browser must know them before an image has come, so that nothing moves when it does. */
export interface ImageSize {
  width: number;
  height: number;
}

/** Reads the size from the first bytes of a PNG, GIF, WebP, JPEG or SVG file; `undefined` where they do not say. */
export function readImageSize(bytes: Buffer): ImageSize | undefined {
  const size = readPng(bytes) ?? readGif(bytes) ?? readWebp(bytes) ?? readJpeg(bytes) ?? readSvg(bytes);
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}

/** The same of a file; `undefined` where it is not there or is no image. */
export function readImageFileSize(file: string): ImageSize | undefined {
  let open: number | undefined;
  try {
    open = openSync(file, 'r');
    const bytes = Buffer.alloc(HEAD);
    return readImageSize(bytes.subarray(0, readSync(open, bytes, 0, HEAD, 0)));
  } catch {
    return undefined;
  } finally {
    if (open !== undefined) closeSync(open);
  }
}

/** Enough for a photo whose camera wrote a preview into its head. */
const HEAD = 256_000;

/** PNG (ISO 15948), 11.2.2: the first chunk is IHDR. */
function readPng(bytes: Buffer): ImageSize | undefined {
  if (bytes.length < 24 || bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function readGif(bytes: Buffer): ImageSize | undefined {
  if (bytes.length < 10 || !/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))) return undefined;
  return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
}

/** WebP container (RFC 9649): lossy, lossless and extended. */
function readWebp(bytes: Buffer): ImageSize | undefined {
  if (bytes.length < 30 || bytes.toString('latin1', 8, 12) !== 'WEBP') return undefined;
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    default:
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  }
}

/** JPEG (ITU-T T.81), B.2.2: the frame header, whichever its process. */
function readJpeg(bytes: Buffer): ImageSize | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt16BE(at);
    if (marker < 0xff01) return undefined;
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
  }
  return undefined;
}

function readSvg(bytes: Buffer): ImageSize | undefined {
  const tag = /<svg\s[^>]*>/.exec(bytes.toString('utf8', 0, 2_000))?.[0];
  if (!tag) return undefined;
  const number = (name: string) => Number(new RegExp(`\\s${name}="([\\d.]+)(?:px)?"`).exec(tag)?.[1]);
  const [width, height] = [number('width'), number('height')];
  if (width && height) return { width, height };
  const box = /\sviewBox="[\d.-]+[\s,]+[\d.-]+[\s,]+([\d.]+)[\s,]+([\d.]+)"/.exec(tag);
  if (!box) return undefined;
  // Without a size of its own it fills the column; then only its shape counts.
  return { width: COLUMN, height: Math.round((COLUMN * Number(box[2])) / Number(box[1])) };
}

const COLUMN = 680;
