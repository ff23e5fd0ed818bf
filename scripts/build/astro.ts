import { join } from 'node:path';
import type { ContentFolder } from '../content.ts';
import { projectFolder } from '../project-folder.ts';

/** What the site may know of the environment: nothing but this, and no token ever. */
export function siteEnvironment(content: ContentFolder, out: string, now: Date): NodeJS.ProcessEnv {
  return {
    ...plainEnvironment(),
    SLIPWAY_CONTENT: content.folder,
    SLIPWAY_SITE: JSON.stringify(content.settings.site),
    SLIPWAY_OUT: out,
    SLIPWAY_NOW: now.toISOString(),
  };
}

/** What any program needs in order to run. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, TEMP, TMP, SystemRoot, NO_COLOR, FORCE_COLOR } = process.env;
  return { PATH, HOME, TMPDIR, TEMP, TMP, SystemRoot, NO_COLOR, FORCE_COLOR, ASTRO_TELEMETRY_DISABLED: '1' };
}

/** Ends a child as soon as this process is gone, even where that was killed: nobody holds the other end of its input then. */
const DYING_WITH_US = 'process.stdin.on("close", () => process.exit(1)).resume().unref()';

export function astroArguments(words: readonly string[]): string[] {
  const watch = ['--import', `data:text/javascript,${encodeURIComponent(DYING_WITH_US)}`];
  return [...watch, join(projectFolder, 'node_modules', 'astro', 'bin', 'astro.mjs'), ...words];
}
