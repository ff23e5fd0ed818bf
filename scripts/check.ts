import { resolve } from 'node:path';
import { readContent } from './content.ts';
import { type Command, commonOptions } from './command.ts';
import { countMessages, printMessages, renderCounts } from './report.ts';
import { counted, printLine } from './terminal.ts';

export const checkCommand: Command = {
  name: 'check',
  summary: 'Check the plans: what is wrong, what is missing, where, and what to do',
  parameters: '[files…]',
  options: {
    content: commonOptions.content,
    json: commonOptions.json,
    all: { type: 'boolean', help: 'Show remarks too, not only errors and warnings' },
  },
  async run(_, options) {
    const content = readContent(resolve(String(options['content'] ?? 'content')));
    const files = [...content.plans, ...content.initiatives].map((each) => each.file);
    printMessages(files, { infos: options['all'] === true });
    const counts = countMessages(files);
    printLine(`${counted(content.plans.length, 'plan')} checked: ${renderCounts(counts)}.`);
    return counts.errors > 0 ? 1 : 0;
  },
};
