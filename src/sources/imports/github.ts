import type { Nodes } from 'mdast';
import { z } from 'zod';
import { isPrerelease } from '../../release/version.ts';
import { readBody } from './body.ts';
import { emptyRelease, type Imported, type ImportFile, type Loss } from './imported.ts';
import { readJson } from './json.ts';
import { readNote } from './open-text.ts';

const AssetSchema = z.object({
  name: z.string(),
  size: z.number().optional(),
  browser_download_url: z.string(),
  /** `sha256:…`, on GitHub since 2025. */
  digest: z.string().nullish(),
});

/** What GitHub's and Gitea's “list releases” have in common. Other keys may come and go. */
const ReleaseSchema = z.object({
  tag_name: z.string(),
  name: z.string().nullish(),
  body: z.string().nullish(),
  draft: z.boolean().optional(),
  prerelease: z.boolean().optional(),
  published_at: z.string().nullish(),
  assets: z.array(AssetSchema).nullish(),
});
type GithubRelease = z.infer<typeof ReleaseSchema>;

const FileSchema = z.union([
  z.array(ReleaseSchema),
  // `gh api --paginate --slurp` gives a list a page.
  z.array(z.array(ReleaseSchema)).transform((pages) => pages.flat()),
  ReleaseSchema.transform((one) => [one]),
]);

/**
 * Reads the releases of a repository: one release, a list, or a list of pages.
 * @throws {ImportError}
 */
export function importGithub(file: ImportFile): Imported {
  const all = readJson(
    file,
    FileSchema as z.ZodType<GithubRelease[]>,
    'a list of releases by GitHub or Gitea',
  );
  const losses: Loss[] = [];
  const releases = all.map((each) => {
    const at = `${file.path}: ${each.tag_name}`;
    const version = versionOf(each.tag_name);
    const release = emptyRelease(at, {
      ...titleOf(each, version),
      version,
      ...(each.prerelease && !isPrerelease(version) && { channel: 'pre-release' }),
      status: each.draft ? 'draft' : 'released',
      ...(each.published_at && !each.draft && { released: each.published_at.slice(0, 10) }),
    });
    const place = (node: Nodes) => `${at}, line ${node.position?.start.line ?? 1}`;
    const root = readNote(each.body ?? '', (why, lost, node) =>
      losses.push({ place: place(node), what: 'lost', why, text: lost }),
    );
    losses.push(...readBody(root.children, release, place));
    release.downloads = (each.assets ?? []).map(({ name, size, browser_download_url: url, digest }) => {
      const sha256 = /^sha256:([0-9a-f]{64})$/.exec(digest ?? '')?.[1];
      return { file: name, url, ...(size !== undefined && { size }), ...(sha256 && { sha256 }) };
    });
    return release;
  });
  return { releases, losses };
}

/** `v1.2.0` and `pkg@1.2.0` are 1.2.0; a tag of another sort is the version itself. */
function versionOf(tag: string): string {
  return /^(?:[@\w/.-]+[@/])?v?(\d[\w.+-]*)$/.exec(tag)?.[1] ?? tag;
}

/** A name that only repeats the tag is none. */
function titleOf({ name, tag_name: tag }: GithubRelease, version: string): { title?: string } {
  const said = name?.trim();
  const isNew = said && said !== tag && said.replace(/^v/, '') !== version;
  return isNew ? { title: said } : {};
}
