import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Completeness, getCompleteness } from '../src/plan/completeness.ts';
import type { Plan } from '../src/plan/plan.ts';
import { publicId } from '../src/publish/identity.ts';
import { releaseAddress } from '../src/release/address.ts';
import type { Release } from '../src/release/release.ts';
import { giveFeedback, type PageFeedback } from '../src/sources/notion/feedback/feedback.ts';
import { type FeedbackMemory, parseMemory, renderMemory } from '../src/sources/notion/feedback/memory.ts';
import { readNotionId } from '../src/sources/notion/ids.ts';
import { Problem } from '../src/sources/problem.ts';
import type { ContentFolder } from './content.ts';
import { makeFolder, replaceFile } from './folders.ts';
import { openNotion } from './notion-connection.ts';
import { startProgress } from './progress.ts';
import { countMessages, renderCounts } from './report.ts';
import { counted, paint, printLine } from './terminal.ts';

/**
 * Tells the authors of plans that came from Notion what was found, on their pages: one comment a plan with its problems, and the properties
 * *Published URL* and *Completeness*. Called when the rules have run.
 * @throws {Problem}
 */
export async function reportToNotion(content: ContentFolder, published: readonly Release[]): Promise<void> {
  const plans = content.notion?.plans;
  if (!plans) {
    throw new Problem('site.yaml does not say where your plans are in Notion. Nothing was written there.', {
      hint: 'Add `notion: { plans: <link of the database> }`.',
    });
  }
  const pages = content.plans.flatMap((plan) => describePage(content, plan, published));
  const memoryPath = join(content.folder, '.slipway', 'notion-comments.json');
  const memory = parseMemory(read(memoryPath));
  const progress = startProgress();
  try {
    const { client } = openNotion((wait) => progress.wait('Notion’s rate limit', wait));
    const onDone = (done: number) => progress.show('Writing to Notion', done, pages.length);
    const report = await giveFeedback({ client, plans, pages, memory, onDone });
    progress.end();
    for (const note of report.notes) printLine(`${paint('yellow', '!')} ${note}`);
    for (const title of report.missing) {
      printLine(`${paint('yellow', '!')} “${title}” is not in Notion any more; pull to see.`);
    }
    printLine(
      `${counted(pages.length, 'plan')} in Notion: ${counted(report.written, 'comment')} written, ${report.updated} updated; ` +
        `properties of ${counted(report.changed, 'page')} changed.`,
    );
  } finally {
    progress.end();
    // Also where it broke off: what was said is not said twice.
    write(memoryPath, memory);
  }
}

function describePage(content: ContentFolder, plan: Plan, published: readonly Release[]): PageFeedback[] {
  const pageId = plan.url && readNotionId(plan.url);
  if (!pageId) return [];
  const { site, format } = content.settings;
  const completeness = getCompleteness(plan, format);
  const record = published.find((release) => release.id === publicId(plan, site));
  const address = record && releaseAddress(record, site.products.length > 1);
  return [
    {
      pageId,
      title: plan.fields.title ?? plan.file.path,
      comment: renderComment(plan, completeness),
      publishedUrl: address && site.url.replace(/\/$/, '') + address,
      completeness: completeness.percent,
    },
  ];
}

const MOST_MESSAGES = 40;

/** What is wrong with a plan, for a person who has it open in Notion; undefined where nothing is. */
function renderComment(plan: Plan, { percent, sections }: Completeness): string | undefined {
  const messages = plan.file.messages.filter((message) => message.fatal !== undefined);
  if (messages.length === 0) return undefined;
  const lines = messages
    .toSorted((a, b) => Number(b.fatal) - Number(a.fatal))
    .map(({ fatal, reason, note }) => `${fatal ? '✖' : '•'} ${reason}.${note ? ` ${note}` : ''}`);
  const more = lines.length - MOST_MESSAGES;
  const missing = sections.filter((section) => !section.filled).map((section) => section.heading);
  return [
    `${renderCounts(countMessages([plan.file]))}.`,
    ...lines.slice(0, MOST_MESSAGES),
    ...(more > 0 ? [`… and ${more} more`] : []),
    `${percent} % complete${missing.length > 0 ? `; missing: ${missing.join(', ')}` : ''}.`,
  ].join('\n');
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function write(path: string, memory: FeedbackMemory): void {
  const text = renderMemory(memory);
  if (read(path) === text) return;
  makeFolder(dirname(path));
  replaceFile(path, text);
}
