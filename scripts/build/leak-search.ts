import { join } from 'node:path';
import type { ContentFolder } from '../content.ts';
import { findSecrets, openLeakScan } from '../leak-scan.ts';
import { digestOf } from './file-digests.ts';
import type { FileEntry } from './manifest.ts';
import type { SiteFiles } from './site-files.ts';

/** Searches the files of a site for internal words: each as soon as it is made, while others are still rendered. */
export interface LeakSearch {
  /** Of the words that are searched for; an empty text where there are none. */
  digest: string;
  /**
   * Searches what is new of some files.
   * @throws {Problem} where internal words stand in one
   */
  searchMade: (files: Iterable<[string, FileEntry]>) => void;
  /**
   * Searches what was not searched yet: of the files that stay, only where other words are searched for than the last time.
   * @throws {Problem} where internal words stand in one
   */
  searchRest: (files: SiteFiles, entries: ReadonlyMap<string, FileEntry>, last: string | undefined) => void;
}

/** @param next where files are made */
export function openLeakSearch(content: ContentFolder, next: string): LeakSearch {
  const secrets = findSecrets(content);
  if (!secrets) return { digest: '', searchMade: () => {}, searchRest: () => {} };
  const digest = digestOf([...secrets.phrases.keys()].sort().join('\n'));
  const scan = openLeakScan(secrets);
  const searched = new Set<string>();
  return {
    digest,
    searchMade(files) {
      for (const [path, { fresh }] of files) {
        if (!fresh) continue;
        searched.add(path);
        scan(path, join(next, path));
      }
    },
    searchRest(files, entries, last) {
      for (const [path, file] of files)
        if (!searched.has(path) && (digest !== last || entries.get(path)?.fresh)) scan(path, file);
    },
  };
}
