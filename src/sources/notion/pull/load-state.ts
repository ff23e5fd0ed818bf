import { join } from 'node:path';
import { Problem } from '../../problem.ts';
import { type Disk, listNames, readText } from './disk.ts';
import { type PageState, parseState, type PullState, STATE_FILE } from './state.ts';

/** Pictures and other files of the plans, inside the folder. */
export const MEDIA_FOLDER = 'media';

/**
 * What the last pull left: pages without a file are forgotten, and pages without one of their pictures are fetched again.
 * @throws {Problem} where the folder is not one that Slipway wrote
 */
export async function loadState(disk: Disk, folder: string): Promise<{ text?: string; state?: PullState }> {
  const names = await listNames(disk, folder);
  const text = await readText(disk, join(folder, STATE_FILE));
  if (text === undefined) {
    const foreign = [...names].find((name) => !name.startsWith('.'));
    if (foreign === undefined) return {};
    throw new Problem(`${folder} holds files that no pull wrote, such as ${foreign}. Nothing was changed.`, {
      hint: 'A pull needs a folder of its own: move them out, or name another folder.',
    });
  }
  const state = parseState(text);
  const media = await listNames(disk, join(folder, MEDIA_FOLDER));
  const pages = Object.entries(state.pages)
    .filter(([, page]) => names.has(page.file))
    .map(([id, page]) => [id, withoutLost(page, media)] as const);
  return { text, state: { ...state, pages: Object.fromEntries(pages) } };
}

function withoutLost(page: PageState, media: ReadonlySet<string>): PageState {
  const left = Object.entries(page.media).filter(([, name]) => media.has(name));
  if (left.length === Object.keys(page.media).length) return page;
  return { ...page, media: Object.fromEntries(left), again: true };
}
