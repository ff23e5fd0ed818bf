import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readFileKind } from '../src/sources/notion/files/file-kind.ts';
import { Problem } from '../src/sources/problem.ts';
import { display } from './content.ts';
import { makeFolder } from './folders.ts';
import { notionFolder } from './notion-folder.ts';
import { readRecordFiles } from './records.ts';

/**
 * Copies the pictures and files that public records show, and no others, from what was pulled into a built site. Each is checked: its bytes
 * must be what its name says.
 * @throws {Problem} where one is missing or is something else
 */
export function copyMedia(content: string, site: string): void {
  for (const [path, text] of readRecordFiles(join(content, 'releases'))) {
    for (const [, name = ''] of text.matchAll(MEDIA)) {
      const target = join(site, 'media', name);
      if (existsSync(target)) continue;
      const source = findMedia(content, name);
      if (!source) {
        throw new Problem(
          `The public record \`${path}\` shows the file \`/media/${name}\`, which is not here. The last good site stays.`,
          {
            hint: 'It came from Notion with its plan: pull the plans (`slipway pull`), or publish the record anew.',
          },
        );
      }
      checkMedia(source, name);
      makeFolder(dirname(target));
      copyFileSync(source, target);
    }
  }
}

/** Names that a pull gives: the hash of what is in the file. */
const MEDIA = /\/media\/([0-9a-f]{20}\.[a-z0-9]{2,4})\b/g;

function findMedia(content: string, name: string): string | undefined {
  return (['plans', 'roadmap'] as const)
    .map((kind) => join(notionFolder(content, kind), 'media', name))
    .find((path) => existsSync(path));
}

function checkMedia(path: string, name: string): void {
  const bytes = readFileSync(path);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 20);
  const kind = readFileKind(bytes);
  if (kind && `${hash}.${kind.extension}` === name) return;
  throw new Problem(`\`${display(path)}\` is not what was pulled from Notion. The last good site stays.`, {
    hint: 'Delete it and pull again.',
  });
}
