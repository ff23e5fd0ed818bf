import { decodeText } from './decode-text.ts';
import { base32In, disguisedIn, readingsOf, spelledBytesIn } from './disguised-texts.ts';
import { readImageData } from './image-data.ts';
import { packedInArchive } from './packed-in-archive.ts';
import { unpack, unpackRaw } from './unpack.ts';

/** How often something may be wrapped. */
const DEEPEST = 4;

/**
 * Every text that a file holds for whoever knows how to look: unpacked, decoded, with and without markup.
 * @param isNew asked before something is read that may be bytes in disguise, so that nobody reads the same again
 */
export function* readTexts(bytes: Uint8Array, isNew: (run: string) => boolean, depth = 0): Generator<string> {
  if (depth > DEEPEST) return;
  const unpacked = unpack(bytes);
  if (unpacked) {
    yield* readTexts(unpacked, isNew, depth + 1);
    return;
  }
  const image = readImageData(bytes);
  for (const part of image ? packedIn(image) : packedInArchive(bytes))
    yield* readTexts(part, isNew, depth + 1);
  const raw = image ?? bytes;
  const buffer = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  yield* readText(buffer.toString('utf8'), isNew, depth);
  // Stryker disable next-line ConditionalExpression: saves time only, as Latin letters in UTF-16 have a zero each.
  if (raw.includes(0)) {
    for (const text of [buffer, buffer.subarray(1)].flatMap(readWide)) yield* readText(text, isNew, depth);
  }
}

/** UTF-16, with the bytes of each character in either order. */
function readWide(bytes: Buffer): string[] {
  const even = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  return [even.toString('utf16le'), even.swap16().toString('utf16le')];
}

function* readText(text: string, isNew: (run: string) => boolean, depth: number): Generator<string> {
  const decoded = decodeText(text);
  yield* readingsOf(decoded);
  yield* disguisedIn(decoded);
  // Deep inside, less is read of it.
  const isUnread = (run: string) => isNew(`${depth} ${run}`);
  for (const part of encodedIn(decoded, isUnread)) yield* readTexts(part, isNew, depth + 1);
}

/** What stands as base64, in hex or in numbers. It may begin behind other letters of base64, so each of the four ways to read it is tried. */
function* encodedIn(text: string, isNew: (run: string) => boolean): Generator<Uint8Array> {
  const joined = GOES_ON.test(text) ? text.replace(/(?=\s)(?<=[\w+/]{60})\s*\n\s*(?=[\w+/])/g, '') : text;
  for (const [run] of joined.matchAll(/(?<![\w+/-])[\w+/-]{16,}/g)) {
    // Stryker disable next-line ConditionalExpression: saves time only.
    if (!isNew(run)) continue;
    yield* packedInRun(run);
    for (const [hex] of run.matchAll(/\b[0-9a-f]{24,}\b/gi)) yield Buffer.from(hex, 'hex');
    yield* base32In(run);
  }
  yield* spelledBytesIn(joined);
}

/** A line of base64 at whose end more may follow. */
// Stryker disable next-line Regex: saves time only.
const GOES_ON = /\n(?<=[\w+/]{60}\s*\n)/;

function* packedInRun(run: string): Generator<Uint8Array> {
  // Stryker disable next-line ConditionalExpression,Regex: saves time only, as words in base64 have capitals.
  if (!/[A-Z].*[A-Z]/.test(run)) return;
  for (const from of [0, 1, 2, 3]) yield Buffer.from(run.slice(from), 'base64');
  const packed = unpackRaw(Buffer.from(run, 'base64'));
  if (packed) yield packed;
}

/** Texts that stand compressed in the data about a picture. */
function* packedIn(bytes: Uint8Array): Generator<Uint8Array> {
  for (const [at] of bytes.entries()) {
    const part = unpack(bytes.subarray(at));
    if (part) yield part;
  }
}
