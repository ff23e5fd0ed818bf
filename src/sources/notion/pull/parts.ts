import type { BlockObjectResponse, Client } from '@notionhq/client';
import { statusOf } from '../client/explain.ts';
import type { DialectContext, UnknownPart } from '../dialect/context.ts';
import { findUnknownParts, readDialect } from '../dialect/dialect.ts';
import { undashed } from '../ids.ts';
import { readPlainText } from '../properties/rich-text.ts';

/** The Markdown of a page with what it takes to read it whole. */
export interface PageSource {
  markdown: string;
  unknown: Map<string, UnknownPart>;
}

/** Blocks that show nothing a reader could read. */
const SILENT = new Set(['button', 'breadcrumb', 'table_of_contents', 'template']);

/** How deep parts of a page may leave out parts of their own. */
const MOST_LEVELS = 5;

/**
 * Fetches the body of a page: one request, and one for each part that its Markdown only names.
 * @throws what the client throws, and where Notion leaves out parts without naming them
 */
export async function fetchPageSource(
  client: Client,
  pageId: string,
  context: DialectContext,
  level = 0,
): Promise<PageSource> {
  const answer = await client.pages.retrieveMarkdown({ page_id: pageId });
  const leftOut = new Set(answer.unknown_block_ids.map(undashed));
  if (answer.truncated && leftOut.size === 0) {
    throw new Error('Notion sent only a part of the page and does not say which.');
  }
  const unknown = new Map<string, UnknownPart>();
  const named = findUnknownParts(answer.markdown);
  for (const { id, alt } of named) {
    if (unknown.has(id)) continue;
    const isPart = answer.truncated && leftOut.has(id) && level < MOST_LEVELS && id !== undashed(pageId);
    unknown.set(id, await fetchPart(client, id, alt, isPart, context, level));
  }
  // Parts that the page left out without saying where they belong come at its end.
  const unplaced = [...leftOut].filter(
    (id) => !named.some((part) => part.id === id) && id !== undashed(pageId),
  );
  for (const id of unplaced)
    unknown.set(id, await fetchPart(client, id, '', level < MOST_LEVELS, context, level));
  const lines = unplaced.map((id) => `\n<unknown url="#${id}"/>`);
  return { markdown: answer.markdown + lines.join(''), unknown };
}

async function fetchPart(
  client: Client,
  id: string,
  alt: string,
  isPart: boolean,
  context: DialectContext,
  level: number,
): Promise<UnknownPart> {
  if (SILENT.has(alt)) return { kind: 'nothing' };
  try {
    if (isPart) {
      const source = await fetchPageSource(client, id, context, level + 1);
      const { body } = readDialect(source.markdown, { ...context, unknown: source.unknown });
      return { kind: 'blocks', nodes: body.children };
    }
    return readBlock((await client.blocks.retrieve({ block_id: id })) as BlockObjectResponse, context);
  } catch (error) {
    if (statusOf(error) === 404) return { kind: 'missing' };
    throw error;
  }
}

function readBlock(block: BlockObjectResponse, context: DialectContext): UnknownPart {
  switch (block.type) {
    case 'bookmark':
      return link(block.bookmark.url, readPlainText(block.bookmark.caption));
    case 'embed':
      return link(block.embed.url, readPlainText(block.embed.caption));
    case 'link_preview':
      return link(block.link_preview.url);
    case 'link_to_page': {
      const target = block.link_to_page;
      const id =
        target.type === 'page_id' ? target.page_id : target.type === 'database_id' ? target.database_id : '';
      if (!id) return { kind: 'nothing' };
      return link(
        `https://app.notion.com/p/${undashed(id)}`,
        context.titles?.get(undashed(id)) ?? 'a page in Notion',
      );
    }
    default:
      return SILENT.has(block.type)
        ? { kind: 'nothing' }
        : { kind: 'unread', what: block.type.replaceAll('_', ' ') };
  }
}

function link(url: string, text?: string): UnknownPart {
  return { kind: 'link', url, text: text || url };
}
