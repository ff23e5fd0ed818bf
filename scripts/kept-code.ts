import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';

/** What tells another process or thread of ours where compiled code is kept; it would compile its own anew each time. */
export function keptCode(): { NODE_COMPILE_CACHE?: string } {
  const folder = getCompileCacheDir();
  // Below it, each version of Node has a folder of its own.
  return folder ? { NODE_COMPILE_CACHE: dirname(folder) } : {};
}
