import type { ChangeGroup } from '../release/order.ts';
import type { Status } from '../release/vocabulary.ts';
import type { LanguageColumn } from './language-column.ts';

/**
 * The search index as it travels: columns instead of rows, and no word twice that the browser can work out itself. Documents are
 * counted through all lists: releases first, then changes, issues and the roadmap.
 */
export interface SearchFile {
  version: 1;
  products: { id: string; name: string }[];
  releases: {
    title: string[];
    /** Places in `products`. */
    product: number[];
    /** Empty where a release has none. */
    label: string[];
    day: string[];
    /** Addresses below the site's base. */
    address: string[];
    excerpt: string[];
    /** States that are worth a word, by place. */
    state: Record<number, Status>;
  };
  changes: {
    title: string[];
    /** Places in `releases`. */
    release: number[];
    /** Places in `groups`. */
    group: number[];
    id: string[];
    excerpt: string[];
  };
  issues: { title: string[]; release: number[]; id: string[]; excerpt: string[] };
  roadmap: { title: string[]; product: number[]; address: string[]; excerpt: string[] };
  groups: readonly ChangeGroup[];
  /** By the place of the document. */
  titleLanguages?: LanguageColumn;
  excerptLanguages?: LanguageColumn;
  /** Terms that stand in no title and no excerpt, in order, with a space between them. */
  terms: string;
  /** For each term the documents that it stands in: distances to the one before, in base 36, `,` between them, a space between terms. */
  places: string;
}
