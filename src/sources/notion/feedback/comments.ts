import { createHash } from 'node:crypto';
import type { Client, CommentObjectResponse } from '@notionhq/client';
import { undashed } from '../ids.ts';
import type { FeedbackMemory } from './memory.ts';

/** By these words Slipway knows its own comment again. */
const SIGN = 'Slipway:';

export type CommentOutcome = 'written' | 'updated' | 'same';

/**
 * Leaves one comment on a page, or lets the one that is there say something else. A comment that somebody has resolved is left alone, and
 * what is new is said in a new one. Notion’s API can list open comments, write, and change its own; it can neither resolve a discussion nor open it again.
 * @param text what is to be said; where nothing is, a page without a comment gets none
 */
export async function leaveComment(
  client: Client,
  pageId: string,
  text: string | undefined,
  memory: FeedbackMemory,
): Promise<CommentOutcome> {
  const key = undashed(pageId);
  const digest = createHash('sha256')
    .update(text ?? '')
    .digest('hex')
    .slice(0, 16);
  if (memory[key] === digest) return 'same';
  const own = await findOwn(client, pageId);
  const wanted = `${SIGN} ${text ?? 'no problems any more.'}`;
  let outcome: CommentOutcome = 'same';
  if (own && textOf(own) !== wanted.trim()) {
    await client.comments.update({ comment_id: own.id, rich_text: pieces(wanted) });
    outcome = 'updated';
  } else if (!own && text !== undefined) {
    await client.comments.create({ parent: { page_id: pageId }, rich_text: pieces(wanted) });
    outcome = 'written';
  }
  memory[key] = digest;
  return outcome;
}

async function findOwn(client: Client, pageId: string): Promise<CommentObjectResponse | undefined> {
  let cursor: string | null = null;
  do {
    const answer = await client.comments.list({
      block_id: pageId,
      ...(cursor && { start_cursor: cursor }),
    });
    const own = answer.results.find((comment) => textOf(comment).startsWith(SIGN));
    if (own) return own;
    cursor = answer.next_cursor === cursor ? null : answer.next_cursor;
  } while (cursor);
  return undefined;
}

/** With its line ends. */
function textOf(comment: CommentObjectResponse): string {
  return comment.rich_text
    .map((item) => item.plain_text)
    .join('')
    .trim();
}

/** Notion takes 2,000 characters a piece. */
function pieces(text: string): { text: { content: string } }[] {
  const parts = text.match(/[^]{1,1900}(?![\udc00-\udfff])/g) ?? [];
  return parts.slice(0, 50).map((content) => ({ text: { content } }));
}
