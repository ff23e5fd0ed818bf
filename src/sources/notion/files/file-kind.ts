/** What a file is by its first bytes; its name and what a host says about it count for nothing. */
export interface FileKind {
  extension: string;
  /** Pictures that are re-encoded. */
  isPicture: boolean;
}

const MAGIC: [extension: string, offset: number, bytes: string][] = [
  ['png', 0, '89504e470d0a1a0a'],
  ['jpg', 0, 'ffd8ff'],
  ['gif', 0, '47494638'],
  ['webp', 8, '57454250'],
  ['avif', 4, '6674797061766966'],
  ['pdf', 0, '255044462d'],
  ['zip', 0, '504b0304'],
  ['mp4', 4, '66747970'],
  ['webm', 0, '1a45dfa3'],
  ['mp3', 0, '494433'],
  ['mp3', 0, 'fffb'],
  ['ogg', 0, '4f676753'],
  ['wav', 8, '57415645'],
  ['gz', 0, '1f8b'],
];

const HEIF = /^ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)$/;
const PICTURES = new Set(['png', 'jpg', 'gif', 'webp', 'avif']);

/** The kind of a file, or undefined for markup, programs and what nobody knows. */
export function readFileKind(bytes: Uint8Array): FileKind | undefined {
  const start = Buffer.from(bytes.subarray(0, 4096));
  // It holds a picture as a film does, and with it where the camera was.
  if (HEIF.test(start.toString('latin1', 4, 12))) return undefined;
  const found = MAGIC.find(
    ([, offset, hex]) => start.subarray(offset, offset + hex.length / 2).toString('hex') === hex,
  );
  if (found) return { extension: found[0], isPicture: PICTURES.has(found[0]) };
  return isPlainText(start) ? { extension: 'txt', isPicture: false } : undefined;
}

/** Text without a byte that text never holds, and without any markup. */
function isPlainText(start: Buffer): boolean {
  const text = start.toString('utf8');
  return !/[\u0000-\u0008\u000e-\u001f]|\ufffd.*\ufffd/.test(text) && !/^\s*[<{]|<[!?a-z/]/i.test(text);
}
