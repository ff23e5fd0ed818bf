import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../house/command-line.ts';
import { TOKEN } from '../notion-server/server.ts';

test('npm run demo:notion goes the whole way, gives the records of the Markdown plans, and leaves nothing', async () => {
  const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('slipway-demo-'));
  const before = leftovers();
  const child = spawn(process.execPath, [join(projectFolder, 'scripts/demo-notion.ts')], {
    cwd: tmpdir(),
    env: { ...process.env, NO_COLOR: '1' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)));
  const closed = new Promise((done) => child.on('close', done));
  try {
    for (let turn = 0; turn < 1200 && !output.includes('made from plans in Notion'); turn++) {
      if (child.exitCode !== null) break;
      await new Promise((done) => setTimeout(done, 50));
    }
    const [plans, items] = [count('plans'), count('roadmap')];
    expect(output).toContain(`${plans} plans from Notion; ${plans} added.\n`);
    expect(output).toContain(
      `${plans} plans from Notion; nothing changed.\n${items} roadmap items from Notion; nothing changed.\n  4 requests to Notion\n`,
    );
    expect(output).toContain(
      'The public records from Notion are, byte for byte, those of the Markdown plans',
    );
    expect(output).not.toContain(TOKEN);
    const [address = ''] = /http:\/\/localhost:\d+\S*/.exec(output) ?? [];
    const page = await (await fetch(new URL('changelog/', address))).text();
    expect(page).toContain('<h1');
  } finally {
    child.kill('SIGINT');
    await closed;
  }
  expect(leftovers()).toEqual(before);
}, 90_000);

function count(kind: 'plans' | 'roadmap'): number {
  const names = readdirSync(join(projectFolder, 'content', kind), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.md')).length;
}
