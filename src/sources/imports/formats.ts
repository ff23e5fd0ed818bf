import { importFragments } from './fragments.ts';
import { importGithub } from './github.ts';
import type { Imported, ImportFile } from './imported.ts';
import { importKubernetes } from './kubernetes.ts';
import { importChangelog } from './changelog.ts';
import { mergeReleases } from './merge.ts';
import { importMozilla } from './mozilla.ts';

/** The formats that history is taken over from. */
export const importFormats = {
  'keep-a-changelog': 'CHANGELOG.md by Keep a Changelog, 1.x and 2.0',
  changesets: 'CHANGELOG.md by changesets: Major, Minor and Patch Changes',
  conventional: 'CHANGELOG.md by conventional-changelog, release-please or semantic-release',
  github: 'The releases of a repository as JSON, by GitHub or Gitea',
  reno: 'Fragments in YAML by reno; all files are one release',
  istio: 'Fragments in YAML as Istio writes them; all files are one release',
  mozilla: 'JSON as Mozilla publishes its release notes, a file a release',
  kubernetes: 'JSON by the release-notes tool of Kubernetes, a file a release',
} as const;
export type ImportFormat = keyof typeof importFormats;

/**
 * Reads the files of a format as releases.
 * @throws {ImportError} where a file is not of this format at all
 */
export function readImports(format: ImportFormat, files: readonly ImportFile[]): Imported {
  const { releases, losses } = readFiles(format, files);
  return { releases: mergeReleases(releases), losses };
}

function readFiles(format: ImportFormat, files: readonly ImportFile[]): Imported {
  switch (format) {
    case 'keep-a-changelog':
    case 'changesets':
    case 'conventional':
      return join(files.map((file) => importChangelog(file, format)));
    case 'github':
      return join(files.map(importGithub));
    case 'reno':
    case 'istio':
      return importFragments(files, format);
    case 'mozilla':
      return join(files.map(importMozilla));
    case 'kubernetes':
      return join(files.map(importKubernetes));
    default:
      return format satisfies never;
  }
}

function join(all: readonly Imported[]): Imported {
  return {
    releases: all.flatMap(({ releases }) => releases),
    losses: all.flatMap(({ losses }) => losses),
  };
}
