import type { FileLinks } from '../../src/site/broken-links.ts';

/** The links of files, by the digests of their bytes. */
export interface LinkTable {
  has: (digest: string) => boolean;
  get: (digest: string) => FileLinks | undefined;
  add: (digest: string, links: FileLinks) => void;
  /** Takes over what another table has of files, of all or of those that are asked for. */
  take: (other: PackedLinks, isWanted?: (digest: string) => boolean) => void;
  /** What was put in, as it is kept and handed over. */
  packed: PackedLinks;
}

/** Each text once, because most links stand on every page. */
export interface PackedLinks {
  texts: string[];
  /** How many links a file has, then the places of these in `texts`, then those of its anchors. */
  files: Map<string, Uint32Array>;
}

/**
 * @param own what it begins with, and goes on with as its own
 * @param known what it finds links in as well, and leaves as it is
 */
export function createLinkTable(
  { texts, files }: PackedLinks = { texts: [], files: new Map() },
  known?: PackedLinks,
): LinkTable {
  const places = new Map(texts.map((text, place) => [text, place]));
  const placeOf = (text: string) => {
    let place = places.get(text);
    if (place === undefined) places.set(text, (place = texts.push(text) - 1));
    return place;
  };
  return {
    has: (digest) => files.has(digest) || known?.files.has(digest) === true,
    get(digest) {
      const table = files.has(digest) ? { texts, files } : known;
      const found = table?.files.get(digest);
      if (!found) return undefined;
      const textsOf = (places: Uint32Array) => Array.from(places, (place) => table?.texts[place] ?? '');
      const end = 1 + (found[0] ?? 0);
      return { links: textsOf(found.subarray(1, end)), anchors: textsOf(found.subarray(end)) };
    },
    add(digest, { links, anchors }) {
      files.set(digest, Uint32Array.from([links.length, ...links.map(placeOf), ...anchors.map(placeOf)]));
    },
    take(other, isWanted = () => true) {
      const moved = new Map<number, number>();
      const move = (place: number, index: number) => {
        if (index === 0) return place;
        let target = moved.get(place);
        if (target === undefined) moved.set(place, (target = placeOf(other.texts[place] ?? '')));
        return target;
      };
      for (const [digest, found] of other.files) if (isWanted(digest)) files.set(digest, found.map(move));
    },
    packed: { texts, files },
  };
}
