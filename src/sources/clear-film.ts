/**
 * A film without what cameras write into it: where, when, with what and by whom. In MP4 and QuickTime (ISO/IEC 14496-12, §8.10) that stands in the boxes
 * `udta`, `meta` and `uuid`, which become free space of the same size, so that nothing else moves. Anything else comes back as it is.
 */
export function clearFilm(bytes: Uint8Array): Uint8Array {
  if (Buffer.from(bytes.subarray(4, 8)).toString('latin1') !== 'ftyp') return bytes;
  const cleared = Buffer.from(bytes);
  clearBoxes(cleared);
  return cleared;
}

function clearBoxes(bytes: Buffer): void {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const size = sizeOf(bytes.subarray(at));
    if (size < 8 || at + size > bytes.length) return;
    const box = bytes.subarray(at, at + size);
    const kind = box.toString('latin1', 4, 8);
    if (PRIVATE.has(kind)) {
      box.write('free', 4, 'latin1');
      // A size of 8 bytes stands behind the kind.
      box.fill(0, box.readUInt32BE(0) === 1 ? 16 : 8);
    } else if (HOLDERS.has(kind)) clearBoxes(box.subarray(8));
    else if (HEADERS.has(kind)) clearTimes(box);
    at += size;
  }
}

/** In bytes; one that is longer than 4 GB holds the film itself. */
function sizeOf(box: Buffer): number {
  const size = box.readUInt32BE(0);
  if (size === 0) return box.length;
  return size === 1 && box.length >= 16 ? Number(box.readBigUInt64BE(8)) : size;
}

/** When it was made and changed; behind the version and flags, in 4 bytes each, or in 8 from version 1 on. */
function clearTimes(box: Buffer): void {
  box.fill(0, 12, 12 + (box[8] === 1 ? 16 : 8));
}

const PRIVATE = new Set(['udta', 'meta', 'uuid']);
const HOLDERS = new Set(['moov', 'trak', 'mdia']);
const HEADERS = new Set(['mvhd', 'tkhd', 'mdhd']);
