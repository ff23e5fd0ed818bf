import { inflateRawSync } from 'node:zlib';
import { latinLetters } from '../plan/look-alike.ts';

/** Texts that stand in another one in a form that a person or a small program undoes: in characters that nobody sees, drawn alike, spelt out, in one word. */
export function disguisedIn(text: string): string[] {
  const found: string[] = [];
  for (const [run] of text.matchAll(TAGS)) found.push(shifted(run, 0xe0000));
  for (const [run] of text.matchAll(VARIANTS)) found.push(shifted(run, 0xe0100 - 16));
  for (const [run] of text.matchAll(NO_WIDTH)) found.push(...bitsIn(run));
  for (const [, run = ''] of text.matchAll(BACKWARDS)) found.push([...run].toReversed().join(''));
  for (const [run] of text.matchAll(SPACED)) found.push(run.replace(/(\p{L}) (?=\p{L}(?: |$))/gu, '$1'));
  const names = [...(text.match(HUMPS) ?? []).map(parted), ...(text.match(DOTTED) ?? []).map(undotted)];
  if (names.length > 0) found.push([...new Set(names)].join(': '));
  if (/["'`]\s*\+\s*["'`]/.test(text)) found.push(text.replace(/["'`]\s*\+\s*["'`]/g, ''));
  if (/[\u0370-\u03FF\u0400-\u04FF]/.test(text)) found.push(latinLetters(text));
  return found;
}

const TAGS = /[\u{E0020}-\u{E007E}]{8,}/gu;
const VARIANTS = /[\u{E0100}-\u{E01EF}]{8,}/gu;
const NO_WIDTH = /[\u200B-\u200D\u2060-\u2064\uFEFF]{64,}/g;
const BACKWARDS = /\u202E([^\u202C\n]{8,})/g;
const SPACED = /(?<![^ >"'\n])\p{L} \p{L} (?:\p{L} +){9,}\p{L}(?!\p{L})/gu;
const HUMPS = /\b[A-Za-z][a-z]+(?:[A-Z][a-z]+){3,}/g;
const DOTTED = /\b[a-z]+(?:\.[a-z]+){3,}/gi;

function parted(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
}

function undotted(name: string): string {
  return name.replaceAll('.', ' ');
}

function shifted(text: string, by: number): string {
  return Array.from(text, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? by) - by)).join('');
}

/** Two characters of no width, one for each bit. */
function bitsIn(run: string): string[] {
  const one = run[0] ?? '';
  const bits = (run.match(/.{8}/gsu) ?? []).map((eight) =>
    Number.parseInt(Array.from(eight, (each) => (each === one ? '0' : '1')).join(''), 2),
  );
  return [Buffer.from(bits).toString(), Buffer.from(bits.map((byte) => byte ^ 0xff)).toString()];
}

/** Bytes that a text spells as numbers: `4e 6f`, `0x4e, 0x6f`, `78, 111`, or as base32. */
export function spelledBytesIn(text: string): Uint8Array[] {
  const hex = (text.match(HEX) ?? []).map((run) => Buffer.from(run.replace(/0x|[^0-9a-f]/gi, ''), 'hex'));
  const decimal = (text.match(DECIMAL) ?? []).map((run) =>
    Buffer.from((run.match(/\d+/g) ?? []).map(Number)),
  );
  return [...hex, ...decimal, ...(text.match(/\b[A-Z2-7]{24,}/g) ?? []).map(fromBase32)];
}

const HEX = /\b(?:(?:0x)?[0-9a-f]{2}[ :,-]{1,2}){11,}(?:0x)?[0-9a-f]{2}\b/gi;
const DECIMAL = /\b(?:\d{2,3}[ ,]{1,2}){11,}\d{2,3}\b/g;

/** RFC 4648, §6. */
function fromBase32(text: string): Uint8Array {
  const bits = Array.from(text, (letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The files in an archive, by their own heads (PKWARE APPNOTE, 4.3.7), with their names. */
export function packedInArchive(bytes: Uint8Array, most: number): Uint8Array[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  for (let at = buffer.indexOf(HEAD); at >= 0 && at + 30 < buffer.length; at = buffer.indexOf(HEAD, at + 4)) {
    const from = at + 30 + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28);
    const inflated = inflateRaw(buffer.subarray(from), most);
    if (inflated) parts.push(inflated);
  }
  return parts;
}

const HEAD = Buffer.from('PK\u0003\u0004');

export function inflateRaw(bytes: Uint8Array, most: number): Uint8Array | undefined {
  try {
    return inflateRawSync(bytes, { maxOutputLength: most });
  } catch {
    return undefined;
  }
}
