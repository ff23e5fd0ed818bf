import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { decodeText } from './decode-text.ts';
import { disguisedIn, inflateRaw, packedInArchive, spelledBytesIn } from './disguised-texts.ts';
import { readImageData } from './image-data.ts';

/** Characters of a file that is compressed to less. */
const MOST = 50_000_000;
/** How often something may be wrapped. */
const DEEPEST = 4;

/** Every text that a file holds for whoever knows how to look: unpacked, decoded, with and without markup. */
export function readTexts(bytes: Uint8Array, depth = 0): string[] {
  if (bytes.length === 0 || depth > DEEPEST) return [];
  const unpacked = unpack(bytes);
  if (unpacked) return readTexts(unpacked, depth + 1);
  const image = readImageData(bytes);
  const raw = image ?? bytes;
  const buffer = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const packed = image ? packedIn(raw) : isArchive(bytes) ? packedInArchive(bytes, MOST) : [];
  const inside = packed.flatMap((part) => readTexts(part, depth + 1));
  const plain = buffer.toString('utf8');
  const wide = raw.includes(0) ? [0, 1].flatMap((from) => readWide(buffer.subarray(from))) : [];
  return [...[plain, ...wide].flatMap((text) => readText(text, depth)), ...inside];
}

/** UTF-16, with the bytes of each character in either order. */
function readWide(bytes: Buffer): string[] {
  const even = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  return [even.toString('utf16le'), even.swap16().toString('utf16le')];
}

function readText(text: string, depth: number): string[] {
  const decoded = decodeText(text);
  const views = decoded.includes('<')
    ? [decoded, decoded.replace(/<[^>]*>/g, ' '), decoded.replace(/<[^>]*>/g, '')]
    : [decoded];
  return [
    ...views,
    ...disguisedIn(decoded),
    ...encodedIn(decoded).flatMap((part) => readTexts(part, depth + 1)),
  ];
}

function isArchive([p, k, three, four]: Uint8Array): boolean {
  return p === 0x50 && k === 0x4b && three === 3 && four === 4;
}

/** What stands as base64 or in hex. It may begin behind other letters of base64, so each of the four ways to read it is tried. */
function encodedIn(text: string): Uint8Array[] {
  const joined = text.replace(/(?<=[\w+/]{60})\s*\n\s*(?=[\w+/])/g, '');
  const runs = (joined.match(/[\w+/-]{16,}/g) ?? []).filter(
    (run) => /[A-Z].*[A-Z]/.test(run) && /[a-z]/.test(run),
  );
  const base64 = runs.flatMap((run) => [0, 1, 2, 3].map((from) => Buffer.from(run.slice(from), 'base64')));
  const hex = (joined.match(/\b(?:[0-9a-f]{2}){12,}\b/gi) ?? []).map((run) => Buffer.from(run, 'hex'));
  const packed = runs.flatMap((run) => inflateRaw(Buffer.from(run, 'base64'), MOST) ?? []);
  return [...base64, ...hex, ...packed, ...spelledBytesIn(joined)].filter(
    (bytes) => unpack(bytes) ?? isWords(bytes),
  );
}

/** Random bytes are rarely letters. */
function isWords(bytes: Uint8Array): boolean {
  const letters = bytes.reduce(
    (count, byte) => count + Number((byte >= 0x20 && byte < 0x7f) || byte === 0x0a),
    0,
  );
  return letters > bytes.length * (bytes.includes(0) ? 0.45 : 0.75);
}

function unpack(bytes: Uint8Array): Uint8Array | undefined {
  const [first, second = 0] = bytes;
  if (first === 0x1f && second === 0x8b) return attempt(() => gunzipSync(bytes, { maxOutputLength: MOST }));
  const isZlib = first === 0x78 && (0x7800 + second) % 31 === 0;
  return isZlib ? attempt(() => inflateSync(bytes, { maxOutputLength: MOST })) : undefined;
}

/** Texts that stand compressed in the data about a picture. */
function packedIn(bytes: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let at = bytes.indexOf(0x78); at >= 0; at = bytes.indexOf(0x78, at + 1)) {
    const part = unpack(bytes.subarray(at));
    if (part) parts.push(part);
  }
  return parts;
}

/** Brotli has no mark of its own: its files are known by their names. */
export function unpackBrotli(bytes: Uint8Array): Uint8Array {
  return attempt(() => brotliDecompressSync(bytes, { maxOutputLength: MOST })) ?? bytes;
}

function attempt(act: () => Buffer): Buffer | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
