import { build } from 'astro';
import type { Compiled, CompileJob } from './compiler.ts';

/** A process of its own that compiles templates, for one language after the other. */

let output = '';
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (text: string | Uint8Array) => {
    output += String(text);
    return true;
  };
}

// Whoever asked is gone.
process.on('disconnect', () => process.exit());
let last = Promise.resolve();
process.on('message', (job: CompileJob) => {
  last = last.then(() => compile(job)).then((compiled) => void process.send?.(compiled));
});

async function compile({ site, language = '', folder }: CompileJob): Promise<Compiled> {
  // What `astro.config.mjs` is told.
  process.env.SLIPWAY_SITE = JSON.stringify(site);
  process.env.SLIPWAY_LANGUAGE = language;
  process.env.SLIPWAY_OUT = `${folder}/client`;
  process.env.SLIPWAY_TEMPLATES = folder;
  output = '';
  try {
    await build({ logLevel: 'error' });
    return { isDone: true, output };
  } catch (error) {
    return { isDone: false, output: `${output}\n${String(error)}` };
  }
}
