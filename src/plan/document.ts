import type { Root } from 'mdast';
import type { VFile } from 'vfile';

/**
 * What a door hands in: one plan as fields and text, not yet understood. Every door (Markdown, Notion) gives the same document
 * for the same plan.
 */
export interface PlanDocument {
  /** Carries the path, the problems found on the way, and in `value` the whole source. */
  file: VFile;
  fields: RawField[];
  /** mdast with GFM. Positions, where there are any, are those of the whole file. */
  body: Root;
  /** Where an author can open the plan, where that is not the file itself. */
  url?: string;
}

export interface RawField {
  /** As the author spelt it. */
  key: string;
  value: RawValue;
  place?: Place;
}

/** A scalar keeps its spelling: `1.10` stays `1.10`, and nothing becomes a date, a number or a boolean on the way. */
export type RawValue = RawScalar | RawList | RawMap | null;

export interface RawScalar {
  type: 'scalar';
  text: string;
  /** False where YAML would have read a bare `1.10` as the number 1.1. */
  quoted: boolean;
  place?: Place;
}

export interface RawList {
  type: 'list';
  items: RawValue[];
}

export interface RawMap {
  type: 'map';
  entries: RawField[];
}

/** Counted from 1. */
export interface Place {
  line: number;
  column: number;
}
