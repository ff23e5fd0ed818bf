import { INTEGRATION, invalid } from '../errors.ts';
import { readId } from '../ids.ts';
import { checkKeys } from '../validate.ts';
import { richText } from '../values.ts';
import type { WireComment, WireComments } from '../wire.ts';
import type { CommentRecord } from '../world.ts';
import { findPage } from './pages.ts';
import type { Asked, Route } from './route.ts';

export const commentRoutes: Route[] = [
  { method: 'GET', path: /^\/v1\/comments$/, answer: listComments },
  { method: 'POST', path: /^\/v1\/comments$/, answer: createComment },
  { method: 'PATCH', path: /^\/v1\/comments\/([^/]+)$/, answer: updateComment },
];

function listComments({ world, query }: Asked): WireComments {
  const page = findPage(world, readId('query.block_id', query.get('block_id')));
  const results = [...world.comments.values()].filter((comment) => comment.pageId === page.id).map(present);
  return { object: 'list', results, next_cursor: null, has_more: false, type: 'comment', comment: {} };
}

function createComment({ world, body }: Asked): WireComment {
  const given = checkKeys(body, [
    'parent',
    'discussion_id',
    'rich_text',
    'markdown',
    'display_name',
    'attachments',
  ]);
  const parent = given['parent'] as { page_id?: string } | undefined;
  const page = findPage(world, parent?.page_id);
  const comment = {
    id: world.nextId(),
    discussion: world.nextId(),
    pageId: page.id,
    createdAt: world.clock.now(),
    text: readText(given),
  };
  world.comments.set(comment.id, comment);
  return present(comment);
}

function updateComment({ world, params, body }: Asked): WireComment {
  const comment = world.comments.get(readId('path.comment_id', params[0]));
  if (!comment) throw invalid('Could not find comment.');
  comment.text = readText(checkKeys(body, ['rich_text', 'markdown']));
  return present(comment);
}

function readText(given: Record<string, unknown>): CommentRecord['text'] {
  if (typeof given['markdown'] === 'string') return richText(given['markdown']);
  const items = given['rich_text'] as { text: { content: string } }[] | undefined;
  if (!items)
    throw invalid('body failed validation: body.rich_text should be defined, instead was `undefined`.');
  return richText(items.map((item) => item.text.content).join(''));
}

function present(comment: CommentRecord): WireComment {
  const time = new Date(comment.createdAt).toISOString();
  return {
    object: 'comment',
    id: comment.id,
    parent: { type: 'page_id', page_id: comment.pageId },
    discussion_id: comment.discussion,
    created_time: time,
    last_edited_time: time,
    created_by: { object: 'user', id: INTEGRATION.id },
    rich_text: comment.text,
    display_name: { type: 'integration', resolved_name: INTEGRATION.name },
  };
}
