import { join } from 'node:path';
import { VFile } from 'vfile';
import type { Place } from '../src/plan/document.ts';
import { type AuthorProblem, report } from '../src/plan/message.ts';
import { type ContentFolder, display } from './content.ts';
import { readRecordFiles } from './records.ts';

/** Puts problems with links where their authors wrote them. */
export interface LinkPlaces {
  /**
   * Puts a problem on the plan that has the link, else on the settings or the record that has it.
   * @param spellings how the link may be written there
   * @returns false where nobody wrote it
   */
  report: (spellings: readonly string[], problem: AuthorProblem) => boolean;
  /** Copies of the files that problems were put on, with these problems alone. */
  files: () => VFile[];
}

export function findLinkPlaces(content: ContentFolder): LinkPlaces {
  const folder = join(content.folder, 'releases');
  const written = [...content.plans, ...content.initiatives, { file: content.settingsFile }];
  const files = [
    ...written.map(({ file: { path, value, data } }) => new VFile({ path, value, data })),
    ...[...readRecordFiles(folder)].map(
      ([path, value]) => new VFile({ path: display(join(folder, path)), value }),
    ),
  ];
  return {
    report(spellings, problem) {
      for (const file of files) {
        const place = findText(String(file.value ?? ''), spellings);
        if (!place) continue;
        report(file, { ...problem, place });
        return true;
      }
      return false;
    },
    files: () => files.filter((file) => file.messages.length > 0),
  };
}

function findText(text: string, spellings: readonly string[]): Place | undefined {
  for (const spelling of spellings) {
    const at = findWhole(text, spelling);
    if (at < 0) continue;
    const before = text.slice(0, at).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  }
  return undefined;
}

/** Where a link stands that does not go on there. */
function findWhole(text: string, link: string): number {
  for (let at = text.indexOf(link); at >= 0; at = text.indexOf(link, at + 1)) {
    if (!/[\w/#-]/.test(text[at + link.length] ?? '')) return at;
  }
  return -1;
}
