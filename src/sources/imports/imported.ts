import type { PlanChange, PlanDownload, PlanFields, PlanKnownIssue, PlanStep } from '../../plan/plan.ts';
import { versionLabel } from '../../release/channel.ts';

/** What every format ends in: one release of the past, in the words of a plan. Texts are Markdown. */
export interface ImportedRelease {
  /** Where its source has it: `CHANGELOG.md:12`. */
  place: string;
  fields: Pick<PlanFields, 'title' | 'version' | 'channel' | 'status' | 'released'>;
  /** It says so itself, or everything in it does. */
  isInternal?: true;
  /** What the source calls the product. */
  product?: string;
  summary?: string;
  upgrade: PlanStep[];
  changes: PlanChange[];
  knownIssues: PlanKnownIssue[];
  downloads: PlanDownload[];
}

/** A text that was not taken over, or taken for something that the source does not say. Nothing is lost without one. */
export interface Loss {
  /** `CHANGELOG.md:12` */
  place: string;
  what: 'lost' | 'guessed';
  why: string;
  text: string;
}

export interface Imported {
  releases: ImportedRelease[];
  losses: Loss[];
}

/** One file that is imported. */
export interface ImportFile {
  path: string;
  text: string;
}

export function emptyRelease(place: string, fields: ImportedRelease['fields'] = {}): ImportedRelease {
  return { place, fields, upgrade: [], changes: [], knownIssues: [], downloads: [] };
}

/** What a release is told from others of its product by: its version, or where releases have none, its day and what it is called. */
export function labelOf({ fields }: Pick<ImportedRelease, 'fields'>): string | undefined {
  const { status, released, title } = fields;
  const day = status === 'draft' ? undefined : released;
  return versionLabel(fields) ?? (day && [day, title].filter(Boolean).join(' '));
}
