import { releaseAddress } from '../release/address.ts';
import type { Comparable, ComparableChange } from '../release/compare-line.ts';
import { type Kind, kinds, type Status } from '../release/vocabulary.ts';
import { type LanguageColumn, languageAt } from './language-column.ts';

/**
 * The index that comparisons in the browser work from: no texts, and nothing twice that can be worked out. Changes stand in the order of
 * their release's page, so that a place in the index is a place on the page.
 */
export interface CompareFile {
  version: 1;
  products: CompareProduct[];
}

export interface CompareProduct {
  id: string;
  name: string;
  /** A column each, newest release first. Empty where a release has none. */
  versions: string[];
  days: string[];
  /** What is not simply released, stable, or named by its version: by the place of the release. */
  statuses?: Record<number, Status>;
  channels?: Record<number, string>;
  titles?: Record<number, string>;
  ids?: Record<number, string>;
  /** A letter for each change: its kind, whether it breaks, whether it says what to do. A space between releases. */
  codes: string;
  /** Titles of all changes as plain text, cut at `MOST_LETTERS`; a line each. */
  changes: string;
  /** By the place of the change: ids that several releases list, and the ends of deprecations. */
  shared?: Record<number, string>;
  removals?: Record<number, string>;
  /** The languages of their titles. */
  languages?: LanguageColumn;
  /** By the place of the release. Equal steps have equal numbers. */
  steps?: Record<number, number[]>;
  issues?: Record<
    number,
    [id: string, title: string, discoveredIn: string, fixedIn: string, locale?: string][]
  >;
  components?: Record<number, [name: string, kind: string, from: string, to: string][]>;
}

/** Longer titles end in “…” until their page is loaded. */
export const MOST_LETTERS = 80;

/** A release of the index, with where its page stands and where its changes are on it. */
export interface IndexedRelease extends Comparable {
  address: string;
  changes?: (ComparableChange & { place: number })[];
}

const LETTERS = 'abcdefghijklmnopqrstuvwx';

export function encodeChange(change: Pick<ComparableChange, 'kind' | 'breaking' | 'action'>): string {
  const number = kinds.indexOf(change.kind) + (change.breaking ? 6 : 0) + (change.action ? 12 : 0);
  return LETTERS[number] ?? 'a';
}

/** The releases of a product as they were before they were packed, without texts. `severalProducts` as for addresses. */
export function readProduct(product: CompareProduct, severalProducts: boolean): IndexedRelease[] {
  const codes = product.codes.split(' ');
  const titles = product.changes.split('\n');
  let first = 0;
  return product.versions.map((version, at) => {
    const own = [...(codes[at] ?? '')];
    const changes = own.map((letter, place) => ({
      ...decodeChange(letter),
      id: product.shared?.[first + place] ?? `${product.id} ${first + place}`,
      title: titles[first + place] ?? '',
      ...(product.removals?.[first + place] && { removal: product.removals[first + place] }),
      locale: languageAt(product.languages, first + place),
      place,
    }));
    first += own.length;
    const day = product.days[at];
    const release = {
      id: product.ids?.[at] ?? version,
      product: product.id,
      title: product.titles?.[at] ?? version,
      status: product.statuses?.[at] ?? ('released' as const),
      ...(version && { version }),
      ...(day && { released: day }),
      ...(product.channels?.[at] && { channel: product.channels[at] }),
      changes,
      upgrade: product.steps?.[at]?.map((step) => ({ text: `#${step}` })),
      knownIssues: product.issues?.[at]?.map(([id, title, discoveredIn, fixedIn, locale]) => ({
        id,
        title,
        ...(discoveredIn && { discoveredIn }),
        ...(fixedIn && { fixedIn }),
        ...(locale && { locale }),
      })),
      components: product.components?.[at]?.map(([name, kind, from, to]) => ({
        name,
        ...(kind && { kind }),
        ...(from && { from }),
        ...(to && { to }),
      })),
    };
    return { ...release, address: releaseAddress(release, severalProducts) };
  });
}

function decodeChange(letter: string): Pick<ComparableChange, 'kind' | 'breaking' | 'action'> {
  const number = LETTERS.indexOf(letter);
  return {
    kind: kinds[number % 6] as Kind,
    ...(number % 12 >= 6 && { breaking: true as const }),
    // What is to be done stands on the page; here it counts only that there is something.
    ...(number >= 12 && { action: '…' }),
  };
}
