import * as disk from 'node:fs/promises';
import type { Kind } from '../src/sources/notion/properties/tables.ts';
import { pullPlans } from '../src/sources/notion/pull/pull.ts';
import type { PullProgress, PullReport } from '../src/sources/notion/pull/report.ts';
import type { NotionSettings } from '../src/sources/notion/settings.ts';
import { Problem } from '../src/sources/problem.ts';
import { type Connection, openNotion } from './notion-connection.ts';
import { notionFolder } from './notion-folder.ts';
import { type Progress, startProgress } from './progress.ts';

export interface PullChoices {
  full?: boolean;
  dryRun?: boolean;
  allowMassDelete?: boolean;
  acceptSchema?: boolean;
}

export interface Pulled {
  kind: Kind;
  folder: string;
  report: PullReport;
}

/**
 * Brings plans and roadmap from Notion into a content folder. A problem with the second after the first is done comes back beside what was done.
 * @throws {Problem} where nothing could be done
 */
export async function pullContent(
  content: string,
  notion: NotionSettings | undefined,
  choices: PullChoices,
): Promise<{ pulled: Pulled[]; problem?: Problem }> {
  const kinds = (['plans', 'roadmap'] as const).filter((kind) => notion?.[kind]);
  if (!notion || kinds.length === 0) throw notConfigured();
  const progress = startProgress();
  const connection = openNotion((wait) => progress.wait('Notion’s rate limit', wait));
  const pulled: Pulled[] = [];
  try {
    for (const kind of kinds)
      pulled.push(await pullKind(content, kind, notion, choices, connection, progress));
    return { pulled };
  } catch (error) {
    const [first] = pulled;
    if (!(error instanceof Problem) || !first) throw error;
    const message = error.message.replace('Nothing was changed.', 'The plans were pulled all the same.');
    return { pulled, problem: new Problem(message, { hint: error.hint, cause: error }) };
  } finally {
    progress.end();
  }
}

async function pullKind(
  content: string,
  kind: Kind,
  notion: NotionSettings,
  choices: PullChoices,
  { client, clock, trustedOrigin }: Connection,
  progress: Progress,
): Promise<Pulled> {
  const folder = notionFolder(content, kind);
  const report = await pullPlans({
    ...choices,
    kind,
    client,
    clock,
    disk,
    folder,
    dataSource: notion[kind] ?? '',
    mapping: (kind === 'plans' ? notion.properties : notion.roadmapProperties) ?? {},
    maxFileBytes: notion.maxFileMegabytes * 1_000_000,
    trustedOrigin,
    onProgress: ({ step, done, total }) => progress.show(STEPS[step](kind), done, total),
  });
  return { kind, folder, report };
}

const STEPS: Record<PullProgress['step'], (kind: Kind) => string> = {
  list: (kind) => `Listing the ${kind}`,
  pages: (kind) => `Reading the ${kind}`,
  missing: (kind) => `Asking for missing ${kind}`,
};

export function notConfigured(): Problem {
  return new Problem('site.yaml does not say where your plans are in Notion. Nothing was changed.', {
    hint: 'Add `notion: { plans: <link of the database> }`, or let `slipway notion init --parent <link of a page>` make the databases.',
  });
}
