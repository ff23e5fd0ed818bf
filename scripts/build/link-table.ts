import type { FileLinks } from '../../src/site/broken-links.ts';

/** The links of files, by the digests of their bytes. */
export interface LinkTable {
  has: (digest: string) => boolean;
  get: (digest: string) => FileLinks | undefined;
  add: (digest: string, links: FileLinks) => void;
  /** Takes over what another table has of files, of all or of those that are asked for. */
  take: (other: PackedLinks, isWanted?: (digest: string) => boolean) => void;
  /** What was put in, as it is kept and handed over. */
  pack: () => PackedLinks;
}

/** Each text once, because most links stand on every page, and all numbers in one array, which is read as fast as its bytes. */
export interface PackedLinks {
  texts: string[];
  digests: string[];
  /** Of each file in turn: how many links and how many anchors it has, then the places of these in `texts`. */
  numbers: Uint32Array;
}

/**
 * @param own what it begins with, and goes on with as its own
 * @param known what it finds links in as well, and leaves as it is
 */
export function createLinkTable(own?: PackedLinks, known?: PackedLinks): LinkTable {
  const texts = [...(own?.texts ?? [])];
  const files = new Map(own && filesIn(own));
  const knownFiles = known && new Map(filesIn(known));
  const places = new Map(texts.map((text, place) => [text, place]));
  const placeOf = (text: string) => {
    let place = places.get(text);
    if (place === undefined) places.set(text, (place = texts.push(text) - 1));
    return place;
  };
  return {
    has: (digest) => files.has(digest) || knownFiles?.has(digest) === true,
    get(digest) {
      const mine = files.get(digest);
      const found = mine ?? knownFiles?.get(digest);
      if (!found) return undefined;
      const from = mine ? texts : known?.texts;
      const textsOf = (numbers: Uint32Array) => Array.from(numbers, (place) => from?.[place] ?? '');
      const end = 2 + (found[0] ?? 0);
      return { links: textsOf(found.subarray(2, end)), anchors: textsOf(found.subarray(end)) };
    },
    add(digest, { links, anchors }) {
      const numbers = [links.length, anchors.length, ...links.map(placeOf), ...anchors.map(placeOf)];
      files.set(digest, Uint32Array.from(numbers));
    },
    take(other, isWanted = () => true) {
      const moved = new Map<number, number>();
      const move = (place: number) => {
        let target = moved.get(place);
        if (target === undefined) moved.set(place, (target = placeOf(other.texts[place] ?? '')));
        return target;
      };
      for (const [digest, found] of filesIn(other)) {
        if (isWanted(digest))
          files.set(
            digest,
            found.map((number, index) => (index < 2 ? number : move(number))),
          );
      }
    },
    pack() {
      const lists = [...files.values()];
      const numbers = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const list of lists) {
        numbers.set(list, at);
        at += list.length;
      }
      return { texts, digests: [...files.keys()], numbers };
    },
  };
}

function* filesIn({ digests, numbers }: PackedLinks): Generator<[digest: string, numbers: Uint32Array]> {
  let at = 0;
  for (const digest of digests) {
    const end = at + 2 + (numbers[at] ?? 0) + (numbers[at + 1] ?? 0);
    yield [digest, numbers.subarray(at, end)];
    at = end;
  }
}
