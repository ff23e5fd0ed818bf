import { type Client, type DataSourceObjectResponse, isFullDatabase, isFullView } from '@notionhq/client';
import { type PlanFormat, standardFormat } from '../../../plan/format.ts';
import { Problem } from '../../problem.ts';
import { explainNotion, statusOf } from '../client/explain.ts';
import { readNotionId } from '../ids.ts';
import { findDataSource } from '../pull/data-source.ts';
import { lookThrough, TEMPLATE_TITLE } from '../pull/look-through.ts';
import { sweepPages } from '../pull/sweep.ts';
import type { Mapping } from '../properties/find-column.ts';
import type { Kind } from '../properties/tables.ts';
import { compareColumns } from './compare-columns.ts';
import { describeColumns, type SiteWords } from './describe-columns.ts';
import { describePage } from './describe-page.ts';
import { describeTemplate } from './describe-template.ts';
import { describeViews } from './describe-views.ts';

export interface InitOptions {
  client: Client;
  site: SiteWords;
  /** The plan format, where the site has one of its own. */
  format?: PlanFormat;
  /** Id or address of the page that new databases stand on. */
  parent?: string;
  /** Data sources of an earlier run, as site.yaml names them. */
  known: Partial<Record<Kind, string>>;
  /** What site.yaml says about the names of properties. */
  mappings?: Partial<Record<Kind, Mapping>>;
  /** Hears of a new data source at once, so that its id is not lost where the run breaks off later. */
  onCreated: (kind: Kind, dataSource: string) => void;
}

export interface InitReport {
  sources: { kind: Kind; id: string; url: string }[];
  /** What was made, in words. */
  added: string[];
  /** What differs and was left as it is, in words. */
  differs: string[];
}

const NAMES: Record<Kind, string> = { plans: 'Release plans', roadmap: 'Roadmap' };

/**
 * Makes the databases of plans and roadmap, their views and template pages, or adds what they lack. Nothing is removed, renamed or retyped.
 * @throws {Problem}
 */
export async function initNotion(options: InitOptions): Promise<InitReport> {
  const report: InitReport = { sources: [], added: [], differs: [] };
  const profiles = [...(options.format ?? standardFormat).profiles.keys()];
  for (const kind of ['roadmap', 'plans'] as const) {
    try {
      await initSource({ ...options, site: { ...options.site, profiles } }, kind, report);
    } catch (error) {
      throw stopped(error, kind, report);
    }
  }
  return report;
}

/** What was made stays; what was being made when Notion failed may have been made all the same. */
function stopped(error: unknown, kind: Kind, report: InitReport): Error {
  const problem = explainNotion(error, { what: `the database “${NAMES[kind]}”` });
  if (!(problem instanceof Problem)) return problem;
  const isUnsure = (statusOf(error) ?? 599) >= 500 && !(error instanceof Problem);
  const made = report.added.length > 0 ? `Made so far: ${report.added.join('; ')}.` : 'Nothing was changed.';
  const doubt = isUnsure
    ? ' Look into Notion whether the next thing was made, too, before you run it again.'
    : '';
  return new Problem(problem.message.replace('Nothing was changed.', made), {
    hint: `${problem.hint ?? ''}${doubt} The next run goes on where this one stopped.`.trim(),
    cause: error,
  });
}

async function initSource(options: InitOptions, kind: Kind, report: InitReport): Promise<void> {
  const { client, site } = options;
  const known = options.known[kind];
  const mapping = options.mappings?.[kind] ?? {};
  let { source } = await findDataSource(client, kind, known ?? (await createDatabase(options, kind, report)));
  const { changes, added, differs } = compareColumns(
    kind,
    describeColumns(kind, site),
    source.properties,
    mapping,
  );
  report.differs.push(...differs.map((text) => `${NAMES[kind]}: ${text}`));
  if (added.length > 0) {
    await client.dataSources.update({ data_source_id: source.id, properties: changes });
    report.added.push(...added.map((text) => `${NAMES[kind]}: ${text}`));
    ({ source } = await findDataSource(client, kind, source.id));
  }
  await addViews(client, kind, source, mapping, report);
  if (kind === 'plans') await addTemplates(options, source, mapping, report);
  report.sources.push({ kind, id: source.id, url: source.url });
}

async function createDatabase(
  { client, site, parent, onCreated }: InitOptions,
  kind: Kind,
  report: InitReport,
): Promise<string> {
  const page = parent === undefined ? undefined : readNotionId(parent);
  if (!page) {
    throw new Problem(`There is no page to put the database “${NAMES[kind]}” on. Nothing was changed.`, {
      hint: 'Give the link of a page in Notion that is shared with your connection: --parent <link>.',
    });
  }
  const database = await client.databases.create({
    parent: { type: 'page_id', page_id: page },
    title: [{ text: { content: NAMES[kind] } }],
    initial_data_source: { properties: describeColumns(kind, site) },
  });
  const [source] = isFullDatabase(database) ? database.data_sources : [];
  if (!source) throw new Problem(`Notion made the database “${NAMES[kind]}” without a data source.`);
  onCreated(kind, source.id);
  report.added.push(`the database “${NAMES[kind]}”`);
  return source.id;
}

async function addViews(
  client: Client,
  kind: Kind,
  source: DataSourceObjectResponse,
  mapping: Mapping,
  report: InitReport,
): Promise<void> {
  const { parent } = source;
  if (parent.type !== 'database_id') return;
  const listed = await client.views.list({ database_id: parent.database_id });
  const names = new Set<string>();
  for (const { id } of listed.results) {
    const view = await client.views.retrieve({ view_id: id });
    if (isFullView(view)) names.add(view.name);
  }
  for (const view of describeViews(kind, source.properties, mapping)) {
    if (names.has(view.name)) continue;
    await client.views.create({ ...view, data_source_id: source.id, database_id: parent.database_id });
    report.added.push(`${NAMES[kind]}: the view “${view.name}”`);
  }
}

async function addTemplates(
  { client, format = standardFormat }: InitOptions,
  source: DataSourceObjectResponse,
  mapping: Mapping,
  report: InitReport,
): Promise<void> {
  const sweep = await sweepPages(client, source.id, () => undefined);
  if (sweep.failure !== undefined) throw sweep.failure;
  const titles = new Set(
    [...lookThrough('plans', sweep.pages, {}).titles.values()].filter((title) => TEMPLATE_TITLE.test(title)),
  );
  for (const profile of format.profiles.keys()) {
    const template = describeTemplate(profile, format);
    const title = `Template: ${profile}`;
    if (titles.has(title)) continue;
    await client.pages.create(describePage('plans', source.id, source.properties, template, mapping).request);
    report.added.push(`Release plans: the page “${title}”`);
  }
}
