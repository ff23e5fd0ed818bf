import type { ImportedRelease, Loss } from './imported.ts';

/** One fragment, and where what it says goes. */
export interface Fragment {
  path: string;
  /** Texts by key; a list has several, and its items may be maps of texts. */
  entries: { key: string; values: FragmentValue[] }[];
  release: ImportedRelease;
  lose: (why: string, text: string, what?: Loss['what']) => void;
}
export type FragmentValue = string | Record<string, string>;
