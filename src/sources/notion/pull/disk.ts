/** What a pull does with files; `node:fs/promises` is one. */
export type Disk = Pick<
  typeof import('node:fs/promises'),
  | 'readFile'
  | 'writeFile'
  | 'readdir'
  | 'mkdir'
  | 'rename'
  | 'link'
  | 'copyFile'
  | 'rm'
  | 'stat'
  | 'utimes'
  | 'open'
>;

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** The names in a folder; none where there is no folder. */
export async function listNames(disk: Disk, folder: string): Promise<Set<string>> {
  try {
    return new Set(await disk.readdir(folder));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return new Set();
    throw error;
  }
}

/** A text file; undefined where there is none. */
export async function readText(disk: Disk, path: string): Promise<string | undefined> {
  try {
    return await disk.readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
