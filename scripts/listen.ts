import { resolve } from 'node:path';
import { Problem } from '../src/sources/problem.ts';
import { type Command, commonOptions } from './command.ts';
import { readPort } from './serve.ts';

export const listenCommand: Command = {
  options: {
    content: commonOptions.content,
    port: { type: 'string', value: '<number>', help: 'The port to listen on (8787)' },
    host: {
      type: 'string',
      value: '<name>',
      help: 'The address to listen on (127.0.0.1: this machine only)',
    },
    run: {
      type: 'string',
      value: '<command>',
      help: 'Run this after records changed: build and deploy, say',
    },
    wait: { type: 'string', value: '<seconds>', help: 'How long to wait for further changes (2)' },
    every: { type: 'string', value: '<minutes>', help: 'Pull this often without being told, too (15)' },
  },
  async run(_, options) {
    const { listen } = await import('./notion-listen.ts');
    await listen({
      content: resolve(String(options['content'] ?? 'content')),
      port: readPort(options['port']) ?? 8787,
      host: String(options['host'] ?? '127.0.0.1'),
      command: typeof options['run'] === 'string' ? options['run'] : undefined,
      wait: readNumber('wait', options['wait'] ?? '2') * 1000,
      every: readNumber('every', options['every'] ?? '15') * 60_000,
    });
    return 0;
  },
};

function readNumber(name: string, option: string | boolean): number {
  const number = Number(option);
  if (option !== '' && number > 0 && number <= 1440) return number;
  throw new Problem(`\`--${name} ${option}\` is no length of time.`, {
    hint: 'Write a number above 0 and up to 1440.',
  });
}
