import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Problem } from '../src/sources/problem.ts';
import { makeSite } from './build/make-site.ts';
import { prepareFirstTemplates } from './build/templates.ts';
import { type Command, commonOptions, outOption } from './command.ts';
import { type ContentFolder, display, readContent, readSettings } from './content.ts';
import { reasonOf } from './folders.ts';
import { readNow } from './now.ts';
import { openOut } from './out-folder.ts';
import { counted, duration, printLine } from './terminal.ts';

export const buildCommand: Command = {
  options: { content: commonOptions.content, ...outOption, now: commonOptions.now },
  async run(_, options) {
    const folder = resolve(String(options['content'] ?? 'content'));
    prepareTemplatesOf(folder);
    const content = readContent(folder);
    const out = resolve(String(options['out'] ?? 'dist'));
    const { pages, milliseconds } = await buildSite(content, out, readNow(options['now'], content.settings));
    printLine(`${counted(pages, 'page')} built into ${display(out)} in ${duration(milliseconds)}.`);
    if (content.plans.length > 0 && !existsSync(join(content.folder, 'releases')))
      printLine('No plan is in it: `slipway publish` makes the public records that a site is built from.');
    return 0;
  },
};

/** Makes what a project's first build of a content folder takes besides its records; all the time that something else is done meanwhile is won. */
export function prepareTemplatesOf(folder: string): void {
  if (existsSync(join(folder, 'site.yaml'))) prepareFirstTemplates(readSettings(folder).settings.site);
}

/**
 * Builds the site of a content folder. A build that fails leaves the last good site.
 * @param large how many files make a site that is changed in place rather than swapped
 * @throws {Problem} where the output cannot be written, the site cannot be built, or internal words stand in it
 */
export async function buildSite(
  content: ContentFolder,
  out: string,
  now: Date,
  large?: number,
): Promise<{ pages: number; written: number; milliseconds: number }> {
  const started = performance.now();
  const place = openOut(out);
  try {
    const made = await makeSite(content, out, place, now, large);
    return { ...made, milliseconds: performance.now() - started };
  } catch (error) {
    if (error instanceof Problem) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    // What happened in a worker has no code of its own any more.
    const [code] = /\bE(?:NOSPC|DQUOT|FBIG|ROFS|ACCES|PERM)\b/.exec(reason) ?? [];
    if (code) {
      throw new Problem(`The site cannot be written: ${reasonOf({ code })}. ${lastGood(out)}`, {
        hint: `Make room for it, in \`${display(out)}\` and in \`.slipway/\` of the project, and see that both can be written.`,
        cause: error,
      });
    }
    throw new Problem(`The site could not be built. ${lastGood(out)}\n  ${reason.replaceAll('\n', '\n  ')}`, {
      hint: 'The lines above say which record or page it was.',
      cause: error,
    });
  } finally {
    place.close();
  }
}

function lastGood(out: string): string {
  return existsSync(out)
    ? `The last good site is still in \`${display(out)}\`.`
    : 'There is no earlier site to fall back on.';
}
