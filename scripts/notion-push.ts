import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { PlanDocument, RawField } from '../src/plan/document.ts';
import { hasErrors } from '../src/plan/message.ts';
import { readMarkdown } from '../src/sources/markdown.ts';
import { readPageUrl } from '../src/sources/notion/plan-file.ts';
import type { Kind } from '../src/sources/notion/properties/tables.ts';
import type { NotionSettings } from '../src/sources/notion/settings.ts';
import { createPage, type NewPage } from '../src/sources/notion/write/create-page.ts';
import { describeTemplate } from '../src/sources/notion/write/describe-template.ts';
import { nameOriginal } from '../src/sources/notion/write/name-original.ts';
import { Problem } from '../src/sources/problem.ts';
import { display, readSettings } from './content.ts';
import { openNotion } from './notion-connection.ts';
import { startProgress } from './progress.ts';
import { paint, printLine } from './terminal.ts';

/**
 * Makes a page in Notion from each plan file. The files stay as they are.
 * @throws {Problem} at the first that cannot be made
 */
export async function pushFiles(content: string, words: readonly string[]): Promise<void> {
  const { notion } = readSettings(content);
  const plans = words.map((word) => readPlan(content, resolve(word)));
  for (const { path, kind, document } of plans) {
    const page = await create(notion, kind, document);
    printLine(`${paint('green', '+')} ${display(path)} is a page in Notion now: ${page.url}`);
    printLeft(page);
    printLine(
      `  From now on it is edited there: pull, and delete the file, so that the plan is not there twice.`,
    );
  }
}

/** Makes a page in Notion for a new plan: the sections of its profile, with what each of them asks. */
export async function startPage(
  content: string,
  answers: { profile: string; title: string; product: string; version?: string; target?: string },
): Promise<void> {
  const { notion, settings } = readSettings(content);
  const { body, fields } = describeTemplate(answers.profile, settings.format);
  const own = (['title', 'product', 'version', 'target'] as const).flatMap((key) => {
    const text = answers[key];
    return text === undefined ? [] : [field(key, text)];
  });
  const others = fields.filter(({ key }) => !own.some((each) => each.key === key));
  const page = await create(notion, 'plans', { fields: [...own, ...others], body });
  printLine(`${page.url} is a draft, and internal. Fill it in there, then run \`slipway pull\`.`);
  printLeft(page);
}

function readPlan(content: string, path: string): { path: string; kind: Kind; document: PlanDocument } {
  if (!existsSync(path)) {
    throw new Problem(`There is no file \`${display(path)}\`. Nothing was changed.`, {
      hint: 'Name a plan: `slipway push content/plans/my-plan.md`.',
    });
  }
  const document = readMarkdown(display(path), readFileSync(path));
  const url = readPageUrl(String(document.file.value ?? ''));
  if (url) {
    throw new Problem(`\`${display(path)}\` comes from Notion. Nothing was changed.`, {
      hint: `Edit it there: ${url}`,
    });
  }
  if (hasErrors(document.file)) {
    const [first] = document.file.messages.filter((message) => message.fatal);
    throw new Problem(`\`${display(path)}\` cannot be read: ${first?.reason}. Nothing was changed.`, {
      hint: first?.note,
    });
  }
  const fieldsOf = (name: string) => {
    const beside = join(dirname(path), name);
    return existsSync(beside) ? readMarkdown(display(beside), readFileSync(beside)).fields : undefined;
  };
  const fields = [...nameOriginal(basename(path), document.fields, fieldsOf)];
  const isItem = path.startsWith(join(content, 'roadmap', '/'));
  // A roadmap item is known by the name of its file.
  const id = field('id', basename(path).replace(/\.(?:md|markdown)$/i, ''));
  return isItem
    ? { path, kind: 'roadmap', document: { ...document, fields: [id, ...fields] } }
    : { path, kind: 'plans', document: { ...document, fields } };
}

async function create(
  notion: NotionSettings | undefined,
  kind: Kind,
  document: Pick<PlanDocument, 'fields' | 'body'>,
): Promise<NewPage> {
  const dataSource = notion?.[kind];
  if (!dataSource) {
    throw new Problem(`site.yaml does not say where your ${kind} are in Notion. Nothing was changed.`, {
      hint: `Add \`notion: { ${kind}: <link of the database> }\`, or run \`slipway notion init --parent <link of a page>\`.`,
    });
  }
  const progress = startProgress();
  try {
    const { client } = openNotion((wait) => progress.wait('Notion’s rate limit', wait));
    const mapping = (kind === 'plans' ? notion.properties : notion.roadmapProperties) ?? {};
    return await createPage({ client, kind, dataSource, mapping, document });
  } finally {
    progress.end();
  }
}

function printLeft({ left }: NewPage): void {
  if (left.length === 0) return;
  printLine(
    `${paint('yellow', '!')} The database has no property that fits for ${left.join(', ')}; \`slipway notion init\` adds what is missing.`,
  );
}

function field(key: string, text: string): RawField {
  return { key, value: { type: 'scalar', text, quoted: true } };
}
