import { resolve } from 'node:path';
import { buildSite, prepareTemplatesOf } from './build.ts';
import { type Command, commonOptions, outOption } from './command.ts';
import { display, readContent } from './content.ts';
import { readNow } from './now.ts';
import { pullFirst } from './pull-first.ts';
import { printProblem } from './problems.ts';
import {
  hasRecordsAlone,
  noteHistory,
  printPublication,
  printRecordsAlone,
  publishContent,
} from './publish.ts';
import { servePreview, siteAddress, untilStopped } from './preview.ts';
import { choosePort, readPort } from './serve.ts';
import { counted, duration, paint, printLine } from './terminal.ts';

export const startCommand: Command = {
  options: {
    content: commonOptions.content,
    ...outOption,
    port: { type: 'string', value: '<number>', help: 'The port to serve on (the first free one from 4321)' },
    now: commonOptions.now,
  },
  async run(_, options) {
    const started = performance.now();
    const wanted = readPort(options['port']);
    const out = resolve(String(options['out'] ?? 'dist'));
    const folder = resolve(String(options['content'] ?? 'content'));
    await pullFirst(folder);
    prepareTemplatesOf(folder);
    const content = readContent(folder);
    const now = readNow(options['now'], content.settings);
    if (hasRecordsAlone(content)) printRecordsAlone();
    else {
      const result = publishContent(content, { now, isDry: false, allowMassDelete: false });
      if (result.refused && result.changes.length === 0) throw result.refused;
      if (result.refused) printProblem(result.refused);
      printPublication(content, result, { isDry: false, full: false, quiet: result.changes.length > 20 });
      noteHistory(content, now);
    }
    const { pages, milliseconds } = await buildSite(content, out, now);
    printLine(`${counted(pages, 'page')} built into ${display(out)} in ${duration(milliseconds)}.`);
    const port = await choosePort(wanted);
    const address = siteAddress(content.settings.site, port);
    const server = await servePreview(out, address.pathname, port);
    printLine();
    printLine(
      `  ${paint('bold', address.href)}  ready after ${duration(performance.now() - started)}; stop with Ctrl+C`,
    );
    await untilStopped(server);
    return 0;
  },
};
