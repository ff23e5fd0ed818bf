import { z } from 'zod';
import type { Kind } from '../../release/vocabulary.ts';
import { emptyRelease, type Imported, type ImportFile, type Loss } from './imported.ts';
import { changeOf, readItem } from './item.ts';
import { readJson } from './json.ts';
import { parseOpen } from './open-text.ts';

const NoteSchema = z.object({
  text: z.string(),
  author: z.string().nullish(),
  commit: z.string().nullish(),
  pr_url: z.string().nullish(),
  pr_number: z.number().nullish(),
  kinds: z.array(z.string()).nullish(),
  areas: z.array(z.string()).nullish(),
  sigs: z.array(z.string()).nullish(),
  action_required: z.boolean().nullish(),
  do_not_publish: z.boolean().nullish(),
});

/** What its labels mean, the most telling first. */
const KINDS: readonly (readonly [string, Kind])[] = [
  ['deprecation', 'deprecated'],
  ['regression', 'fixed'],
  ['bug', 'fixed'],
  ['feature', 'added'],
  ['api-change', 'changed'],
];

/**
 * Reads the notes of one release by kubernetes-sigs/release-notes; its version is the file's name.
 * @throws {ImportError}
 */
export function importKubernetes(file: ImportFile): Imported {
  const notes = Object.values(
    readJson(file, z.record(z.string(), NoteSchema), 'a file of release notes of Kubernetes'),
  );
  const version = /\d+(?:\.\d+)+/.exec(file.path.split('/').at(-1) ?? '')?.[0];
  const release = emptyRelease(file.path, {
    ...(version && { version }),
    status: version ? 'released' : 'draft',
  });
  const losses: Loss[] = [];
  for (const { text, kinds, areas, sigs, author, commit, ...note } of notes) {
    const lose = (why: string, lost: string) =>
      losses.push({ place: `${file.path}: #${note.pr_number ?? '?'}`, what: 'lost', why, text: lost });
    if (note.do_not_publish) {
      lose('a note that says that it is not to be published', text);
      continue;
    }
    const nodes = parseOpen(text, lose);
    if (nodes.length === 0) continue;
    const item = readItem(nodes);
    const kind = KINDS.find(([name]) => kinds?.includes(name))?.[1] ?? 'changed';
    const change = changeOf(kind, item);
    if (note.action_required) change.breaking = true;
    if (note.pr_url) change.links.push({ title: `#${note.pr_number ?? 'pull request'}`, url: note.pr_url });
    for (const { text: dropped, why } of item.dropped) lose(why, dropped);
    const labels = [...(areas ?? []), ...(sigs ?? [])];
    if (labels.length > 0) lose('labels of areas and groups', labels.join(', '));
    if (author) lose('who wrote it', author);
    if (commit) lose('the hash of a commit', commit);
    release.changes.push(change);
  }
  return { releases: [release], losses };
}
