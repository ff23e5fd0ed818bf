import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { ContentFolder } from '../content.ts';
import { findSecrets, openLeakScan } from '../leak-scan.ts';
import { digestOf } from './file-digests.ts';
import type { FileEntry } from './manifest.ts';
import type { SiteFiles } from './site-files.ts';

/** Searches the files of a site for internal words: each as soon as it is made, while others are still rendered. */
export interface SiteSearch {
  /** Of the words that are searched for; an empty text where there are none. */
  digest: string;
  /** Searches what is new of some files, little by little, so that nobody who renders has to wait. */
  searchMade: (files: Iterable<[string, FileEntry]>) => void;
  /**
   * Ends this, and searches the rest: of the files that stay, only where other words are searched for than the last time.
   * @throws {Problem} where internal words stand in one
   */
  searchRest: (
    placeOf: SiteFiles,
    entries: ReadonlyMap<string, FileEntry>,
    last: string | undefined,
  ) => Promise<void>;
}

/** @param next where files are made */
export function openSiteSearch(content: ContentFolder, next: string): SiteSearch {
  const secrets = findSecrets(content);
  if (!secrets) return { digest: '', searchMade: () => {}, searchRest: () => Promise.resolve() };
  const digest = digestOf([...secrets.phrases.keys()].sort().join('\n'));
  const scan = openLeakScan(secrets);
  const searched = new Set<string>();
  let searching = Promise.resolve();
  return {
    digest,
    searchMade(files) {
      const made = [...files].flatMap(([path, { fresh }]) => (fresh ? [path] : []));
      for (const path of made) searched.add(path);
      searching = searching.then(async () => {
        for (const path of made) {
          scan(path, join(next, path));
          await setImmediate();
        }
      });
      // It is told at the end.
      searching.catch(() => {});
    },
    async searchRest(placeOf, entries, last) {
      await searching;
      for (const [path, { fresh }] of entries)
        if (!searched.has(path) && (digest !== last || fresh)) scan(path, placeOf(path));
    },
  };
}
