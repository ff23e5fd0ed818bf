import { copyFileSync, linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOf } from './file-digests.ts';
import { describeFile, type FileEntry, isIntact, type Manifest } from './manifest.ts';

/** Where the bytes of a file are, by its path below the site, with `/`. */
export type SiteFiles = (path: string) => string;

/** Files below a folder, with `/`. */
export function listTree(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below ? `${below}/${entry.name}` : entry.name;
    return entry.isDirectory() ? listTree(folder, path) : [path];
  });
}

/** True for what systems, editors and version control leave in `public/`: it tells the names of files and more, and nobody means to publish it. */
export function isLeftBehind(path: string): boolean {
  return path.split('/').some((name) => LEFT_BEHIND.test(name));
}

const LEFT_BEHIND =
  /^(?:\.DS_Store|\._.*|Thumbs\.db|desktop\.ini|\.env(?:\..*)?|\.git|\.svn|\.hg|\.idea|\.vscode|\.npmrc|\.netrc|~\$.*|.*~|\..*\.sw[op]|#.*#)$/i;

/**
 * Puts files into the next site as they are, those left out that stand in the last one already.
 * @param files where the bytes of each are, by its path below the site
 * @param last the site as it stands, and what is known of it
 */
export function copyIn(
  files: ReadonlyMap<string, string>,
  next: string,
  last: { folder: string; manifest: Manifest } | undefined,
): Map<string, FileEntry> {
  const entries = new Map<string, FileEntry>();
  for (const [path, source] of files) {
    const bytes = readFileSync(source);
    const hash = digestOf(bytes);
    const before = last?.manifest.files.get(path);
    if (last && before?.hash === hash && isIntact(last.folder, path, before)) {
      entries.set(path, before);
      continue;
    }
    const target = join(next, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
    entries.set(path, describeFile(target, hash, '', 'nothing'));
  }
  return entries;
}

/** Makes the next site whole: what stays as it is gets a second name there, or is copied where the disk knows no links. */
export function linkKept(files: ReadonlyMap<string, FileEntry>, out: string, next: string): void {
  const folders = new Set<string>();
  for (const [path, { fresh }] of files) {
    if (fresh) continue;
    const target = join(next, path);
    const folder = dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    try {
      linkSync(join(out, path), target);
    } catch {
      copyFileSync(join(out, path), target);
    }
  }
}
