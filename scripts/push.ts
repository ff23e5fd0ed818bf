import { resolve } from 'node:path';
import { Problem } from '../src/sources/problem.ts';
import { type Command, commonOptions } from './command.ts';

export const pushCommand: Command = {
  parameters: '<plan.md…>',
  options: { content: commonOptions.content },
  async run(words, options) {
    if (words.length === 0) {
      throw new Problem('`slipway push` needs the plan to push. Nothing was changed.', {
        hint: 'Write `slipway push content/plans/my-plan.md`.',
      });
    }
    const { pushFiles } = await import('./notion-push.ts');
    await pushFiles(resolve(String(options['content'] ?? 'content')), words);
    return 0;
  },
};
