import { resolve } from 'node:path';
import { nearest } from '../src/plan/nearest.ts';
import { Problem } from '../src/sources/problem.ts';
import { type Command, commonOptions } from './command.ts';

export const notionCommand: Command = {
  parameters: 'init',
  options: {
    content: commonOptions.content,
    parent: { type: 'string', value: '<link>', help: 'The page in Notion that new databases stand on' },
  },
  async run(words, options) {
    const [word, ...others] = words;
    if (word !== 'init' || others.length > 0) throw notInit(words);
    const { initContent } = await import('./notion-init.ts');
    const parent = options['parent'];
    await initContent(
      resolve(String(options['content'] ?? 'content')),
      typeof parent === 'string' ? parent : undefined,
    );
    return 0;
  },
};

function notInit(words: readonly string[]): Problem {
  const guess = words[0] === undefined ? undefined : nearest(words[0], ['init']);
  return new Problem(
    words.length === 0
      ? '`slipway notion` needs a word more.'
      : `\`slipway notion\` does not know what to do with \`${words.join(' ')}\`.`,
    {
      hint: `${guess ? 'Did you mean' : 'There is'} \`slipway notion init --parent <link of a page>\`${guess ? '?' : '.'}`,
    },
  );
}
