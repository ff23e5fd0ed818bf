import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { VFile } from 'vfile';
import { parseAddressForm, RecordFileError } from '../src/documents/public/record-file.ts';
import { type InitiativePlan, parseInitiative } from '../src/plan/initiative.ts';
import { report } from '../src/plan/message.ts';
import type { PlanDocument } from '../src/plan/document.ts';
import { parsePlan } from '../src/plan/parse-plan.ts';
import type { Plan } from '../src/plan/plan.ts';
import type { PlanSettings } from '../src/plan/settings.ts';
import { splitTranslations, type Translatable } from '../src/plan/translations.ts';
import { reportUnseenProducts } from '../src/plan/unseen-products.ts';
import type { PlanTranslations } from '../src/publish/publish.ts';
import type { Site } from '../src/release/site.ts';
import { IdSchema } from '../src/release/release.ts';
import { readSteadily } from '../src/sources/notion/pull/read-steadily.ts';
import { Problem } from '../src/sources/problem.ts';
import { readSiteFile, type SiteFile } from '../src/sources/site-file.ts';
import { deriveSite } from './derived-site.ts';
import { whyUnread } from './folders.ts';
import { notionFolder } from './notion-folder.ts';
import type { Understood } from './plans/packed-plan.ts';
import { readPlanBytes } from './plans/plan-bytes.ts';
import { type PlanMemory, recall, remember } from './plans/plan-memory.ts';
import { type PlanFile, readPlan } from './plans/read-plan.ts';
import { understandPlans } from './plans/understand-plans.ts';

/** A content folder, read and understood. */
export interface ContentFolder {
  folder: string;
  settings: PlanSettings;
  /** Carries what is to be said about the settings and the roadmap as a whole. */
  settingsFile: VFile;
  /** Where plans come from, where they come from Notion. */
  notion?: SiteFile['notion'];
  /** What each of the plans was understood from, in the same order. */
  documents: PlanDocument[];
  plans: Plan[];
  initiatives: InitiativePlan[];
  /** Those of the above in other languages; they are not among them. */
  translations: PlanTranslations;
  /** What each plan was understood from that is a translation, or is meant as one. */
  translatedDocuments: ReadonlyMap<Plan, PlanDocument>;
}

/** Names in a content folder that hold something else than plans. */
const NOT_PLANS = new Set(['roadmap', 'releases', 'schemas', 'node_modules', 'dist', 'public']);

/**
 * Reads the settings, the plans and the roadmap of a content folder. Plans stand in `plans/`, or, in a folder that has none, beside each
 * other in the folder itself.
 * @param memory plans that were understood before, for a process that reads the folder again and again
 * @throws {Problem} where there is no such folder, or its settings cannot be used
 */
export function readContent(folder: string, memory?: PlanMemory): ContentFolder {
  assertFolder(folder);
  // The records are not read here, but whoever reads plans goes on with them.
  const replaced = [notionFolder(folder, 'plans'), notionFolder(folder, 'roadmap'), join(folder, 'releases')];
  try {
    return readSteadily(replaced, () => readFolder(folder, memory));
  } catch (error) {
    throw explainUnread(error);
  }
}

function readFolder(folder: string, memory: PlanMemory | undefined): ContentFolder {
  const plansFolder = existsSync(join(folder, 'plans')) ? join(folder, 'plans') : folder;
  const skip = plansFolder === folder ? NOT_PLANS : new Set<string>();
  const files = listMarkdown(plansFolder, skip).map(openPlan);
  const { file: settingsFile, settings, notion, understood } = understandFolder(folder, files, memory);
  const documentOf = new Map(understood.map(({ plan, document }) => [plan, document]));
  const plans = splitTranslations([...documentOf.keys()], describeTranslatable, settings.site);
  const initiatives = splitTranslations(readInitiatives(folder, settings), describeItem, settings.site);
  const isOriginal = new Set(plans.originals);
  reportUnseenProducts(settingsFile, settings.site, plans.originals, initiatives.originals);
  reportLinks(settingsFile, plansFolder, skip);
  if (existsSync(join(folder, 'roadmap'))) reportLinks(settingsFile, join(folder, 'roadmap'), new Set());
  return {
    folder,
    settings,
    settingsFile,
    notion,
    documents: plans.originals.flatMap((plan) => documentOf.get(plan) ?? []),
    plans: plans.originals,
    initiatives: initiatives.originals,
    translations: {
      plans: plans.translations,
      initiatives: initiatives.translations,
      failed: [...plans.failed, ...initiatives.failed],
    },
    translatedDocuments: new Map([...documentOf].filter(([plan]) => !isOriginal.has(plan))),
  };
}

/** The settings, and the plans as they are understood with these; a folder without settings gets some that fit its plans. */
function understandFolder(
  folder: string,
  files: readonly PlanFile[],
  memory: PlanMemory | undefined,
): ReturnType<typeof readSettings> & { understood: Understood[] } {
  if (!existsSync(join(folder, 'site.yaml'))) {
    const documents = files.map(readPlan);
    const read = readSettings(folder, documents);
    const understood = documents.map((document) => ({ document, plan: parsePlan(document, read.settings) }));
    return { ...read, understood };
  }
  const read = readSettings(folder);
  const site = String(read.file.value);
  const known = new Map(files.map((file) => [file, memory && recall(memory, file, site)]));
  const unknown = files.filter((file) => !known.get(file));
  for (const [place, each] of understandPlans(unknown, read.settings, { folder, site }).entries()) {
    const file = unknown[place] as PlanFile;
    known.set(file, each);
    if (memory) remember(memory, file, site, each);
  }
  return { ...read, understood: files.flatMap((file) => known.get(file) ?? []) };
}

function openPlan(path: string): PlanFile {
  return { path: display(path), bytes: readPlanBytes(path) };
}

function describeTranslatable({ file, fields }: Plan): Translatable {
  const { id, title, locale, translationOf } = fields;
  return { file, names: [id, title], locale, translationOf };
}

function describeItem({ file, id, title, locale, translationOf }: InitiativePlan): Translatable {
  return { file, names: [id, title], locale, translationOf };
}

/**
 * Reads `site.yaml` alone; a folder without one gets settings that fit its plans.
 * @throws {Problem} where there is no such folder, or its settings cannot be used
 */
export function readSettings(
  folder: string,
  documents: readonly PlanDocument[] = [],
): SiteFile & { settings: PlanSettings } {
  assertFolder(folder);
  const path = join(folder, 'site.yaml');
  if (!existsSync(path)) {
    const file = new VFile({ path: display(path) });
    return { file, settings: { site: deriveSite(basename(resolve(folder)), documents) } };
  }
  const { file, settings, notion } = readSiteFile(display(path), readSettingsText(path));
  if (settings) return { file, settings: withAuthority(settings, folder), notion };
  const faults = file.messages.map((message) => {
    const at = message.line ? `${file.path}:${message.line}` : file.path;
    return `${at}  ${message.reason}${message.note ? `. ${message.note}` : ''}`;
  });
  throw new Problem(
    `The settings of the site cannot be used. Nothing was changed.\n  ${faults.join('\n  ')}`,
    {
      hint: 'The demo’s `content/site.yaml` is an example; with `slipway schema`, an editor completes the file and checks it.',
    },
  );
}

function readSettingsText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw explainUnread(Object.assign(error as NodeJS.ErrnoException, { path }));
  }
}

/** Tells the next publication how addresses and ids were made; no reader sees it. */
export const ADDRESS_FORM = '_addresses.yaml';

/** A site that has moved since it was first published keeps the ids of that day. */
function withAuthority(settings: PlanSettings, folder: string): PlanSettings {
  const path = join(folder, 'releases', ADDRESS_FORM);
  if (settings.site.authority || !existsSync(path)) return settings;
  try {
    const { authority } = parseAddressForm(readFileSync(path, 'utf8'));
    return { ...settings, site: { ...settings.site, authority } };
  } catch (error) {
    if (!(error instanceof RecordFileError)) throw error;
    throw new Problem(`\`${display(path)}\` cannot be read: ${error.message}. Nothing was changed.`, {
      hint: 'It is written by `slipway publish`: restore it from version control.',
    });
  }
}

function readInitiatives(folder: string, settings: PlanSettings): InitiativePlan[] {
  const roadmap = join(folder, 'roadmap');
  if (!existsSync(roadmap)) return [];
  return listMarkdown(roadmap, new Set()).map((path) => {
    const document = readPlan(openPlan(path));
    const id = withoutLanguage(basename(document.file.path, '.md').toLowerCase(), settings.site);
    const isId = IdSchema.safeParse(id).success;
    if (!isId) {
      const text = `Unexpected file name \`${basename(document.file.path)}\`, expected small letters, digits and dashes`;
      report(document.file, {
        code: 'RP121',
        severity: 'error',
        text,
        hint: 'It becomes the address of the roadmap item. Devices of Windows, such as `con`, have their names for themselves.',
      });
    }
    return parseInitiative(document, isId ? id : 'unnamed', settings);
  });
}

/** `night-mode.de` → `night-mode`, where German is a language of the site. */
function withoutLanguage(name: string, site: Site): string {
  const tags = [site.locale, ...Object.keys(site.languages)].map((tag) => `.${tag.toLowerCase()}`);
  const tag = tags.find((each) => name.endsWith(each));
  return tag ? name.slice(0, -tag.length) : name;
}

/** A link may lead out of the folder, to a file that is not meant to be read: none is followed, and its author is told. */
function reportLinks(file: VFile, folder: string, skip: ReadonlySet<string>): void {
  for (const entry of listEntries(folder, skip)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) reportLinks(file, path, new Set());
    if (entry.isDirectory() || entry.isFile()) continue;
    report(file, {
      code: 'RP130',
      severity: 'warning',
      text: entry.isSymbolicLink()
        ? `Unexpected link \`${display(path)}\`, expected a file or a folder: links are not followed`
        : `Unexpected pipe or device \`${display(path)}\`, expected a file or a folder`,
      hint: 'Put the file itself there.',
    });
  }
}

function listEntries(folder: string, skip: ReadonlySet<string>): Dirent[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.') && !skip.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Markdown files below a folder, in the order of their names. Links out of the tree and hidden files are not followed. */
function listMarkdown(folder: string, skip: ReadonlySet<string>): string[] {
  return listEntries(folder, skip).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return listMarkdown(path, new Set());
    return entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name) && !/^readme\./i.test(entry.name)
      ? [path]
      : [];
  });
}

/**
 * The plan that a person means by a path, a file name, an id or a version.
 * @throws {Problem} where there is none, or more than one
 */
export function findPlan(content: ContentFolder, word: string | undefined, usage: string): Plan {
  if (!word) throw new Problem('Which plan?', { hint: `Write \`${usage}\`.` });
  const byPath = content.plans.find(({ file }) => resolve(file.path) === resolve(word));
  const named = content.plans.filter(({ file, fields }) =>
    [basename(file.path), basename(file.path, '.md'), fields.id, fields.version].includes(word),
  );
  const [plan, other] = byPath ? [byPath] : named;
  if (!plan) {
    throw new Problem(`There is no plan \`${word}\` in \`${display(content.folder)}\`.`, {
      hint: 'Name its file, its id or its version.',
    });
  }
  if (other) {
    const paths = named.map(({ file }) => file.path).join(', ');
    throw new Problem(`\`${word}\` can mean several plans: ${paths}.`, { hint: 'Name its file.' });
  }
  return plan;
}

/** A file that is not read might be the one that takes something back: nothing goes on without it. */
function explainUnread(error: unknown): unknown {
  const { code = '', path } = error as NodeJS.ErrnoException;
  if (typeof path !== 'string') return error;
  const gone = path.includes('\uFFFD') ? 'its name is no UTF-8 text' : 'it went away meanwhile';
  const why = code === 'ENOENT' ? gone : whyUnread(error);
  return new Problem(`\`${display(path)}\` cannot be read: ${why}. Nothing was changed.`, {
    hint: 'Make it a file that you may read, or move it out of the folder.',
    cause: error,
  });
}

function assertFolder(folder: string): void {
  if (!existsSync(folder)) {
    throw new Problem(`There is no folder \`${display(folder)}\`. Nothing was changed.`, {
      hint: 'Give the folder with your plans: `--content <folder>`.',
    });
  }
  if (!statSync(folder).isDirectory()) {
    throw new Problem(`\`${display(folder)}\` is a file, not a folder. Nothing was changed.`, {
      hint: 'Give the folder that holds it: `--content <folder>`.',
    });
  }
}

/** As short as a person would write it. */
export function display(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near || '.';
}
