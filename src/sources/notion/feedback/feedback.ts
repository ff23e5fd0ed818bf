import type { Client } from '@notionhq/client';
import { Problem } from '../../problem.ts';
import { explainNotion, statusOf } from '../client/explain.ts';
import { undashed } from '../ids.ts';
import { findDataSource } from '../pull/data-source.ts';
import { sweepPages } from '../pull/sweep.ts';
import { compareFacts, type PageFacts, prepareColumns } from './columns.ts';
import { leaveComment } from './comments.ts';
import type { FeedbackMemory } from './memory.ts';

export interface PageFeedback extends PageFacts {
  pageId: string;
  title: string;
  /** What is wrong with the plan, for its author; undefined where nothing is. */
  comment: string | undefined;
}

export interface FeedbackReport {
  written: number;
  updated: number;
  /** Pages whose properties changed. */
  changed: number;
  /** Plans that are not in Notion any more. */
  missing: string[];
  notes: string[];
}

/**
 * Tells the authors of plans where they write: one comment a plan, and two properties. What stands there already is not written again.
 * @param memory is changed to what was said
 * @throws {Problem}
 */
export async function giveFeedback(options: {
  client: Client;
  /** Id or link of the data source. */
  plans: string;
  pages: readonly PageFeedback[];
  memory: FeedbackMemory;
  onDone: (done: number) => void;
}): Promise<FeedbackReport> {
  const { client, pages, memory, onDone } = options;
  const { source } = await findDataSource(client, 'plans', options.plans);
  const columns = await prepareColumns(client, source).catch(refused);
  const sweep = await sweepPages(client, source.id, () => undefined);
  if (sweep.failure !== undefined) throw explainNotion(sweep.failure, { what: 'your plans' });
  const byId = new Map(sweep.pages.map((page) => [undashed(page.id), page]));
  const report: FeedbackReport = { written: 0, updated: 0, changed: 0, missing: [], notes: columns.notes };
  for (const [index, feedback] of pages.entries()) {
    const page = byId.get(undashed(feedback.pageId));
    if (!page) report.missing.push(feedback.title);
    else {
      const properties = compareFacts(page, feedback, columns);
      if (Object.keys(properties).length > 0) {
        await client.pages.update({ page_id: page.id, properties }).catch(refused);
        report.changed++;
      }
      const outcome = await leaveComment(client, page.id, feedback.comment, memory).catch(refused);
      if (outcome !== 'same') report[outcome]++;
    }
    onDone(index + 1);
  }
  return report;
}

/** Writing needs more than reading does. */
function refused(error: unknown): never {
  if (statusOf(error) !== 403) throw explainNotion(error, { what: 'a plan' });
  throw new Problem(
    'Notion does not let the connection comment on your plans or write into their properties.',
    {
      hint: 'In the settings of the connection, switch on “Update content”, “Read comments” and “Insert comments”.',
      cause: error,
    },
  );
}
