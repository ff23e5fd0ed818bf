import { latinLetters } from '../plan/look-alike.ts';

/** A text as it is, and as it reads without markup, with its strings added up, and in Latin letters. */
export function readingsOf(text: string): Set<string> {
  const readings = new Set([text, text.replace(/<[^>]*>/g, ' '), text.replace(/<[^>]*>/g, '')]);
  readings.add(text.replace(/["'`]\s*\+\s*["'`]/g, ''));
  // Stryker disable next-line ConditionalExpression,Regex: saves time only, as words are compared in small letters.
  if (/[\u0370-\u03FF\u0400-\u04FF]/.test(text)) readings.add(latinLetters(text));
  return readings;
}

/** Texts that stand in another one in a form that a person or a small program undoes: in characters that nobody sees, turned, spelt out, in one word. */
export function* disguisedIn(text: string): Generator<string> {
  for (const [run] of text.matchAll(TAGS)) yield shifted(run, 0xe0000);
  for (const [run] of text.matchAll(VARIANTS)) yield shifted(run, 0xe0100 - 16);
  for (const [run] of text.matchAll(NO_WIDTH)) yield* bitsIn(run);
  for (const [run] of text.matchAll(BACKWARDS)) yield [...run].toReversed().join('');
  // Stryker disable next-line ConditionalExpression,Regex: saves time only, as two of such letters stand alone, too.
  if (/ \p{L} \p{L} /u.test(text))
    for (const [run] of text.matchAll(SPACED)) yield run.replace(/(\p{L}) (?=\p{L}(?: |$))/gu, '$1');
  const names = new Set(
    Array.from(text.matchAll(HUMPS), ([name]) => name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')),
  );
  // Stryker disable next-line ConditionalExpression,Regex: saves time only, as three dots of such a name are found faster.
  if (/\.[a-z]+\.[a-z]+\.[a-z]/i.test(text))
    for (const [name] of text.matchAll(DOTTED)) names.add(name.replaceAll('.', ' '));
  yield [...names].join(': ');
}

const TAGS = /[\u{E0020}-\u{E007E}]{8,}/gu;
const VARIANTS = /[\u{E0100}-\u{E01EF}]{8,}/gu;
const NO_WIDTH = /[\u200B-\u200D\u2060-\u2064\uFEFF]{64,}/g;
const BACKWARDS = /\u202E[^\u202C\n]{8,}/g;
const SPACED = /(?<![^ >"'\n])\p{L} \p{L} (?:\p{L} +){9,}\p{L}(?!\p{L})/gu;
const HUMPS = /\b[A-Za-z][a-z]+(?:[A-Z][a-z]+){3,}/g;
const DOTTED = /\b[a-z]+(?:\.[a-z]+){3,}/gi;

/** Letters that were moved to where nobody sees them. */
function shifted(text: string, by: number): string {
  return Array.from(text, (letter) => String.fromCodePoint(Number(letter.codePointAt(0)) - by)).join('');
}

/** Two characters of no width, of which either may be the one. */
function bitsIn(run: string): string[] {
  return [...new Set(run)].map((one) => bytesOf(run.replaceAll(one, '1').replace(/[^1]/g, '0')).toString());
}

function bytesOf(bits: string): Buffer {
  return Buffer.from(Array.from(bits.matchAll(/.{8}/g), ([byte]) => Number.parseInt(byte, 2)));
}

/** Bytes that a text spells as numbers: `4e 6f`, `0x4e, 0x6f`, `78, 111`. */
export function* spelledBytesIn(text: string): Generator<Uint8Array> {
  for (const [run] of text.matchAll(HEX)) yield Buffer.from(run.replace(/0x|[^0-9a-f]/gi, ''));
  for (const [run] of text.matchAll(DECIMAL))
    yield Buffer.from(Array.from(run.matchAll(/\d+/g), ([number]) => Number(number)));
}

export function* base32In(text: string): Generator<Uint8Array> {
  for (const [run] of text.matchAll(/\b[A-Z2-7]{24,}/g)) yield fromBase32(run);
}

const HEX = /\b(?:(?:0x)?[0-9a-f]{2}[ :,-]{1,2}){11,}(?:0x)?[0-9a-f]{2}\b/gi;
const DECIMAL = /\b(?:\d{2,3}[ ,]{1,2}){11,}\d{2,3}\b/g;

/** RFC 4648, §6. */
function fromBase32(text: string): Uint8Array {
  return bytesOf(
    Array.from(text, (letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join(''),
  );
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
