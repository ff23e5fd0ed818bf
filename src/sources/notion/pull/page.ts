import type { Client } from '@notionhq/client';
import type { Root } from 'mdast';
import { holdsSyncedBlocks, readDialect } from '../dialect/dialect.ts';
import type { Media } from '../files/media.ts';
import { type MediaOptions, takeMedia } from './page-media.ts';
import { fetchPageSource } from './parts.ts';
import type { PageState } from './state.ts';

export interface PulledPage {
  body: Root;
  files: Media[];
  /** Worth telling, in whole sentences. */
  notes: string[];
  state: Pick<PageState, 'mentions' | 'again' | 'media'>;
}

/** Fetches the body of one page and everything that belongs to it. */
export async function pullPage(
  client: Client,
  pageId: string,
  titles: ReadonlyMap<string, string>,
  before: PageState | undefined,
  options: MediaOptions,
): Promise<PulledPage> {
  const source = await fetchPageSource(client, pageId, { titles });
  const { body, problems, mentions } = readDialect(source.markdown, { titles, unknown: source.unknown });
  const media = await takeMedia(body, before?.media ?? {}, options);
  const isMissing = [...source.unknown.values()].some((part) => part.kind === 'missing');
  return {
    body,
    files: media.files,
    notes: [...problems.map((problem) => `${problem.text}. ${problem.hint}`), ...media.refusals],
    state: {
      mentions: Object.fromEntries(
        mentions.flatMap((id) => (titles.has(id) ? [[id, titles.get(id) ?? '']] : [])),
      ),
      again: isMissing || media.refusals.length > 0 || holdsSyncedBlocks(source.markdown),
      media: media.names,
    },
  };
}
