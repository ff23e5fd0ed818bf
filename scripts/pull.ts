import { resolve } from 'node:path';
import { type Command, commonOptions } from './command.ts';
import { readSettings } from './content.ts';
import { printLine } from './terminal.ts';

export const pullCommand: Command = {
  options: {
    content: commonOptions.content,
    full: { type: 'boolean', help: 'Read every page again' },
    'dry-run': { type: 'boolean', help: 'Only show what would change' },
    'allow-mass-delete': {
      type: 'boolean',
      help: 'Remove plans even where many are gone from Notion at once',
    },
    'accept-schema': { type: 'boolean', help: 'Go on where a property that plans were read from is gone' },
    json: commonOptions.json,
  },
  async run(_, options) {
    const folder = resolve(String(options['content'] ?? 'content'));
    const { notion } = readSettings(folder);
    // Only those who talk to Notion wait for its client to be loaded.
    const { pullContent } = await import('./notion-pull.ts');
    const { describePulled, needsAttention, printPulled } = await import('./pull-report.ts');
    const isDry = options['dry-run'] === true;
    const { pulled, problem } = await pullContent(folder, notion, {
      full: options['full'] === true,
      dryRun: isDry,
      allowMassDelete: options['allow-mass-delete'] === true,
      acceptSchema: options['accept-schema'] === true,
    });
    if (options['json']) printLine(JSON.stringify(describePulled(pulled), null, 2));
    else printPulled(pulled, { isDry });
    if (problem) throw problem;
    return needsAttention(pulled) ? 1 : 0;
  },
};
