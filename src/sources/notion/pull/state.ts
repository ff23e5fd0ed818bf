import { createHash } from 'node:crypto';
import type { RawField } from '../../../plan/document.ts';
import { Problem } from '../../problem.ts';
import type { FieldColumns } from '../properties/columns.ts';

/** What is known of one page since it was pulled. */
export interface PageState {
  file: string;
  title: string;
  /** Notion's `last_edited_time`, which is floored to the minute. */
  edited: string;
  /** False where the page was read so soon after its last edit that a second edit in the same minute could hide. */
  settled: boolean;
  /** Fingerprint of the fields. */
  fields: string;
  /** Titles that it shows of other pages, by id without dashes. */
  mentions: Record<string, string>;
  /** It holds something that changes without its edited time, or that could not be read: it is fetched each time. */
  again: boolean;
  /** Files by their address without signature: their names among the media. */
  media: Record<string, string>;
}

export interface PullState {
  source: string;
  columns: FieldColumns;
  /** By the id of the page. */
  pages: Record<string, PageState>;
}

export const STATE_FILE = '.notion.json';

const VERSION = 1;

/** One page a line, so that a change is a small difference. */
export function renderState(state: PullState): string {
  const pages = Object.entries(state.pages)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, page]) => `    ${JSON.stringify(id)}: ${JSON.stringify(page)}`);
  const head = { version: VERSION, source: state.source, columns: state.columns };
  const start = JSON.stringify(head, null, 2).replace(/\n\}$/, '');
  return `${start},\n  "pages": {\n${pages.join(',\n')}\n  }\n}\n`;
}

/** @throws {Problem} where the file is not one that Slipway wrote */
export function parseState(text: string): PullState {
  try {
    const state = JSON.parse(text) as PullState & { version?: number };
    if (state.version === VERSION && typeof state.pages === 'object') {
      return { source: state.source, columns: state.columns, pages: state.pages };
    }
  } catch {
    // Falls through to the problem, which says what to do.
  }
  throw new Problem(
    `\`${STATE_FILE}\`, where Slipway remembers the last pull, cannot be read. Nothing was changed.`,
    {
      hint: 'Restore it, or delete the folder that it stands in and pull again.',
    },
  );
}

export function fingerprint(fields: readonly RawField[]): string {
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 16);
}
