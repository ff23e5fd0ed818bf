import { z } from 'zod';
import { isDay } from '../../release/date.ts';
import { renderMarkdown } from '../../plan/markdown.ts';
import type { Kind } from '../../release/vocabulary.ts';
import { htmlToMarkdown } from './html.ts';
import { emptyRelease, type Imported, type ImportFile, type Loss } from './imported.ts';
import { changeOf, type Item, readItem } from './item.ts';
import { readJson } from './json.ts';
import { parseOpen } from './open-text.ts';

const NoteSchema = z.object({
  id: z.number().optional(),
  note: z.string(),
  tag: z.string().nullish(),
  bug: z.union([z.number(), z.string()]).nullish(),
  is_public: z.boolean().optional(),
  sort_num: z.number().nullish(),
  fixed_in_release: z.unknown().optional(),
});
type Note = z.infer<typeof NoteSchema>;

const FileSchema = z.object({
  product: z.string().optional(),
  channel: z.string(),
  version: z.string(),
  release_date: z.string().nullish(),
  title: z.string().nullish(),
  text: z.string().nullish(),
  system_requirements: z.string().nullish(),
  is_public: z.boolean().optional(),
  notes: z.array(NoteSchema),
});

/** What the tags mean. Those that name a part of the product are new things in that part. */
const TAGS: Record<string, { kind: Kind; component?: string }> = {
  new: { kind: 'added' },
  changed: { kind: 'changed' },
  fixed: { kind: 'fixed' },
  html5: { kind: 'added', component: 'Web platform' },
  developer: { kind: 'added', component: 'Developer' },
  enterprise: { kind: 'changed', component: 'Enterprise' },
  android: { kind: 'changed', component: 'Android' },
};

/**
 * Reads one release of github.com/mozilla/release-notes. A note keeps its number as its id, so that one that several releases list is one.
 * @throws {ImportError}
 */
export function importMozilla(file: ImportFile): Imported {
  const said = readJson(file, FileSchema, 'a release as Mozilla publishes it');
  const losses: Loss[] = [];
  const lose = (why: string, text: string, what: Loss['what'] = 'lost') =>
    losses.push({ place: file.path, what, why, text });
  if (said.is_public === false) {
    lose('a release that is not public', `${said.version}, ${said.channel}`);
    return { releases: [], losses };
  }
  const day = said.release_date?.slice(0, 10);
  const release = emptyRelease(file.path, {
    version: said.version,
    ...(said.channel.toLowerCase() !== 'release' && { channel: said.channel }),
    status: 'released',
    ...(day && isDay(day) && { released: day }),
  });
  if (said.product) release.product = said.product;
  const others = [renderMarkdown(parseOpen(htmlToMarkdown(said.text ?? ''), lose))].filter(Boolean);
  for (const note of said.notes.toSorted((a, b) => (b.sort_num ?? 0) - (a.sort_num ?? 0))) {
    if (note.is_public === false) {
      lose('a note that is not public', note.note);
      continue;
    }
    const nodes = parseOpen(htmlToMarkdown(note.note), lose);
    if (nodes.length === 0) continue;
    if (isKnownIssue(note)) release.knownIssues.push(issueOf(note, readItem(nodes)));
    else if (TAGS[note.tag?.toLowerCase() ?? '']) release.changes.push(noteOf(note, readItem(nodes)));
    else others.push(renderMarkdown(nodes));
  }
  const summary = others.join('\n\n');
  if (summary) release.summary = summary;
  if (said.system_requirements?.trim())
    lose('requirements of the system, which are no change', said.system_requirements);
  return { releases: [release], losses };
}

function isKnownIssue({ tag, fixed_in_release: fixed }: Note): boolean {
  return /^known/i.test(tag ?? '') || Boolean(fixed);
}

function noteOf(note: Note, item: Item): Imported['releases'][number]['changes'][number] {
  const { kind, component } = TAGS[note.tag?.toLowerCase() ?? ''] ?? { kind: 'changed' };
  const isLinked = note.note.includes(`id=${note.bug}`);
  const bug =
    note.bug && !isLinked
      ? [{ title: `Bug ${note.bug}`, url: `https://bugzilla.mozilla.org/show_bug.cgi?id=${note.bug}` }]
      : [];
  return {
    ...changeOf(kind, item),
    ...idOf(note),
    ...(component && { component }),
    links: [...item.links, ...bug],
  };
}

function issueOf(note: Note, item: Item): Imported['releases'][number]['knownIssues'][number] {
  const said = /\bfixed in (?:Firefox )?v?(\d+(?:\.\d+)+)/i.exec(note.note)?.[1];
  const fixedIn = versionIn(note.fixed_in_release) ?? said;
  return {
    ...idOf(note),
    title: item.title,
    ...(item.text && { text: item.text }),
    ...(fixedIn && { fixedIn }),
  };
}

function idOf({ id }: Note): { id?: string } {
  return id === undefined ? {} : { id: `note-${id}` };
}

/** A version, the address of a release (`…/firefox-129.0.1-release/`), or an object with either. */
function versionIn(fixed: unknown): string | undefined {
  const text = typeof fixed === 'string' ? fixed : JSON.stringify(fixed ?? '');
  return /(?<![\w.])\d+(?:\.\d+)+(?:esr|a\d|b\d|beta)?/.exec(text)?.[0];
}
