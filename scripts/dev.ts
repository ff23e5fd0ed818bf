import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { Problem } from '../src/sources/problem.ts';
import { type Command, commonOptions } from './command.ts';
import { readContent } from './content.ts';
import type { PlanMemory } from './plans/plan-memory.ts';
import { serveLanguages } from './dev-languages.ts';
import { Held } from './lock.ts';
import { readNow } from './now.ts';
import { hasRecordsAlone, printPublication, printRecordsAlone, publishContent } from './publish.ts';
import { choosePort, readPort, serve } from './serve.ts';
import { paint, printError, printLine } from './terminal.ts';
import { watchFolder } from './watch-folder.ts';

export const devCommand: Command = {
  options: {
    content: commonOptions.content,
    port: { type: 'string', value: '<number>', help: 'The port to serve on (the first free one from 4321)' },
    now: commonOptions.now,
  },
  async run(_, options) {
    const folder = resolve(String(options['content'] ?? 'content'));
    const wanted = readPort(options['port']);
    const memory: PlanMemory = new Map();
    const content = readContent(folder, memory);
    const republish = (isFirst: boolean) => {
      const fresh = isFirst ? content : readContent(folder, memory);
      if (hasRecordsAlone(fresh)) return printRecordsAlone();
      const result = publishContent(fresh, {
        now: readNow(options['now'], fresh.settings),
        isDry: false,
        allowMassDelete: false,
      });
      if (result.refused) throw result.refused;
      printPublication(fresh, result, { isDry: false, full: false, quiet: isFirst });
    };
    republish(true);
    const port = await choosePort(wanted);
    const out = join(folder, '.slipway-dev');
    const hasSeveral = Object.keys(content.settings.site.languages).length > 0;
    const now = readNow(options['now'], content.settings);
    const server = hasSeveral
      ? await serveLanguages(content, out, port, now)
      : await serve(content, out, port, now);
    const { pathname } = new URL(content.settings.site.url);
    printLine();
    printLine(`  ${paint('bold', `http://localhost:${port}${pathname}`)}  stop with Ctrl+C`);
    let waiting: NodeJS.Timeout | undefined;
    const follow = (isWaiting = false) => {
      clearTimeout(waiting);
      try {
        republish(false);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        const isHeld = error instanceof Held;
        const then = isHeld ? ' It is tried again until that one is done.' : '';
        if (!isHeld || !isWaiting) printError(`${paint('red', '✖')} ${error.message}${then}`);
        if (isHeld) waiting = setTimeout(follow, HELD_FOR, true);
      }
    };
    const watcher = watchFolder(folder, isOurs, follow);
    await once(server, 'close');
    watcher.close();
    clearTimeout(waiting);
    return 0;
  },
};

/** Milliseconds in which another publication is mostly done. */
const HELD_FOR = 500;

/** What a publication writes into the folder of plans, and what an editor keeps for itself, is no change of a plan. */
function isOurs(path: string): boolean {
  return /^releases\b|(?:^|\/)history\.jsonl|(?:^|\/)\./.test(path);
}
