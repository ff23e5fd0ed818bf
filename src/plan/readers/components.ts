import { WebAddressSchema } from '../../release/release.ts';
import type { Item } from '../items.ts';
import { findLabel, itemLabels } from '../labels.ts';
import type { PlanComponent, PlanDownload } from '../plan.ts';
import { isNo } from './answers.ts';
import { complain, leaveUntitled, readSectionItems, type SectionInput } from './input.ts';
import { readLinks } from './links.ts';

const components = {
  labels: itemLabels({
    kind: ['type'],
    from: ['old', 'previous', 'before', 'from version'],
    to: ['new', 'version', 'current', 'after', 'to version'],
    notes: ['note', 'comment', 'comments'],
    versions: ['versions'],
  }),
  titleColumns: ['component', 'name', 'package', 'sub-system', 'library'],
};

const downloads = {
  labels: itemLabels({
    url: ['address', 'link', 'href', 'download'],
    size: ['file size'],
    sha256: ['sha-256', 'checksum', 'sha', 'hash', 'digest'],
  }),
  titleColumns: ['file', 'name', 'download', 'artifact', 'artefact'],
};

/** Sub-systems, libraries and packages with the versions they came from and went to. */
export function readComponents(input: SectionInput): PlanComponent[] {
  return leaveUntitled(input, readSectionItems(input, components), 'name').map((item) => {
    const plain = (key: string) => {
      const text = findLabel(item.labels, key)?.plain;
      return text && !isNo(text) ? text : undefined;
    };
    const arrow = splitArrow(item.title, item.text);
    const notes = findLabel(item.labels, 'notes')?.value ?? arrow.notes;
    return {
      name: arrow.name,
      ...(plain('kind') && { kind: plain('kind') }),
      ...((plain('from') ?? arrow.from) && { from: plain('from') ?? arrow.from }),
      ...((plain('to') ?? arrow.to) && { to: plain('to') ?? arrow.to }),
      ...(notes && { notes }),
    };
  });
}

/** `Map tiles: 1.9 → 2.0`, in a title or with the versions in the text. */
function splitArrow(
  title: string,
  text: string,
): { name: string; from?: string; to?: string; notes?: string } {
  const arrow = /^(.*?)[:\s]+v?(\S+)\s*(?:→|->|=>|⟶)\s*v?(\S+)\s*$/.exec(title.replace(/\\/g, ''));
  if (arrow?.[1])
    return { name: arrow[1].trim(), from: arrow[2], to: arrow[3], ...(text && { notes: text }) };
  const inText = /^v?(\S+)\s*(?:→|->|=>|⟶)\s*v?(\S+?)\.?$/.exec(text.replace(/\\/g, ''));
  if (inText) return { name: title, from: inText[1], to: inText[2] };
  return { name: title, ...(text && { notes: text }) };
}

const UNITS: Record<string, number> = {
  b: 1,
  byte: 1,
  bytes: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  kib: 1024,
  mib: 1024 ** 2,
  gib: 1024 ** 3,
};

/** Files with their web address, size in bytes and SHA-256. A file without an address cannot be offered and is reported. */
export function readDownloads(input: SectionInput): PlanDownload[] {
  return readSectionItems(input, downloads).flatMap((item) => {
    const address = findLabel(item.labels, 'url');
    const inTitle = /^\[(.+?)\]\(<?([^)>\s]+)>?\)/.exec(item.title);
    const url = readLinks(address?.nodes ?? [])[0]?.url ?? address?.plain ?? inTitle?.[2] ?? '';
    if (!WebAddressSchema.safeParse(url).success) {
      complain(input, {
        code: 'RP127',
        text: `Unexpected download “${item.title}” without a web address`,
        hint: 'Give its https address.',
        place: item.place,
      });
      return [];
    }
    const words = `${item.title.slice(inTitle?.[0].length ?? item.title.length)} ${item.text}`;
    const sha256 = SHA256.exec(findLabel(item.labels, 'sha256')?.plain ?? words)?.[0].toLowerCase();
    const size = readSize(findLabel(item.labels, 'size')?.plain ?? SIZE.exec(words)?.[0] ?? '');
    const file = (inTitle?.[1] ?? item.title).replace(/\\(?=[\p{P}\p{S}])/gu, '').replace(/^`(.*)`$/, '$1');
    reportWords(input, file, words, item.place);
    return [{ file, url, ...(size !== undefined && { size }), ...(sha256 && { sha256 }) }];
  });
}

const SHA256 = /\b[0-9a-f]{64}\b/i;
const SIZE = /(?<![\w.,])\d[\d.,]*\s*(?:[kmg]i?b|bytes?)\b/i;

/** Of what stands beside the link, size and checksum are read: a file has no place for more. */
function reportWords(input: SectionInput, file: string, words: string, place: Item['place']): void {
  const others = words
    .replace(SIZE, '')
    .replace(SHA256, '')
    .replace(/\b(?:sha-?256|size|checksum)\b/gi, '');
  if (!/\p{L}{2}/u.test(others)) return;
  complain(input, {
    code: 'RP124',
    text: `Unexpected words beside the download “${file}”, expected its size and SHA-256`,
    hint: 'They stay in the plan. What readers must know of a file belongs into its name: `[macOS, Apple silicon](https://…)`.',
    place,
  });
}

/** Bytes in `4.2 MB`, `4,2 MB`, `812 KiB`, `1,024`. */
function readSize(text: string): number | undefined {
  const match = /^([\d.,]+)\s*([a-z]*)$/i.exec(text.trim());
  const unit = UNITS[(match?.[2] || 'b').toLowerCase()];
  const amount = readAmount(match?.[1] ?? '');
  return match && unit && Number.isFinite(amount) ? Math.round(amount * unit) : undefined;
}

/** Commas that each stand before three digits group thousands; another one is where decimals begin. */
function readAmount(digits: string): number {
  const isGrouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits);
  return Number(isGrouped ? digits.replaceAll(',', '') : digits.replace(',', '.'));
}
