import { isHTTPResponseError } from '@notionhq/client';
import { Problem } from '../../problem.ts';

/** What was asked for, in a product manager's words: `the data source of your plans`. */
export interface Asked {
  what: string;
  id?: string;
}

/** The status of an answer that was an error; undefined where there was no answer. */
export function statusOf(error: unknown): number | undefined {
  return isHTTPResponseError(error) ? error.status : undefined;
}

/** Any failure of a request to Notion as a sentence and what to do about it. Faults of ours come back as they are. */
export function explainNotion(error: unknown, asked: Asked): Error {
  if (error instanceof Problem) return error;
  const status = statusOf(error);
  const text = error instanceof Error ? error.message : String(error);
  const named = asked.id ? `${asked.what} (${asked.id})` : asked.what;
  const problem = (message: string, hint: string) =>
    new Problem(`${message} Nothing was changed.`, { hint, cause: error });
  switch (status) {
    case undefined:
      return explainNetwork(error, problem);
    case 400:
      return problem(
        `Notion did not understand the request for ${named}: ${text}`,
        'Check the ids in site.yaml under `notion`.',
      );
    case 401:
      return problem(
        'Notion does not accept the token.',
        'In Notion, open Settings → Connections → Develop or manage integrations, copy the token of your connection, and set it as NOTION_TOKEN.',
      );
    case 403:
      return problem(
        `Notion does not let the connection read ${named}.`,
        'In the settings of the connection, switch on “Read content”, and see that no firewall stands between.',
      );
    case 404:
      return problem(
        `Notion shows the connection no page or database for ${named}. Either the id is wrong, or it is not shared with the connection.`,
        'Open it in Notion, choose ••• → Connections, and add your connection there.',
      );
    case 429:
    case 529:
      return problem(
        text.includes('blocked') || isBlocked(error)
          ? 'Notion has blocked the connection.'
          : 'Notion kept asking for fewer requests, however long Slipway waited.',
        'Other tools share the limit of your workspace. Run it again later; what was pulled before is still there.',
      );
    default:
      return problem(
        `Notion has a problem of its own (it answered ${status}).`,
        'Run it again later; what was pulled before is still there.',
      );
  }
}

function isBlocked(error: unknown): boolean {
  return isHTTPResponseError(error) && error.body.includes('public_api_request_blocked');
}

function explainNetwork(error: unknown, problem: (message: string, hint: string) => Problem): Error {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const hint = 'Check the network and run it again; what was pulled before is still there.';
  if (error instanceof Error && error.name === 'TimeoutError')
    return problem('Notion did not answer in time.', hint);
  if (/ENOTFOUND|EAI_AGAIN|ENETUNREACH|ECONNREFUSED|EHOSTUNREACH/.test(code))
    return problem('Notion cannot be reached from here.', hint);
  if (error instanceof SyntaxError) return problem('Notion sent half an answer, again and again.', hint);
  if (error instanceof TypeError && error.message === 'fetch failed')
    return problem('The connection to Notion broke, again and again.', hint);
  return error instanceof Error ? error : new Error(String(error));
}
