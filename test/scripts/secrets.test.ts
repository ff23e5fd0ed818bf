import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { siteEnvironment } from '../../scripts/build/astro.ts';
import { readContent } from '../../scripts/content.ts';
import { readTree, temporaryFolder, writeFiles } from '../house/files.ts';
import { isLong } from '../long.ts';
import { editPage } from '../notion-server/edits.ts';
import { TOKEN } from '../notion-server/server.ts';
import { SITE, runWith, setUpNotion, startWith } from './notion-setting.ts';

/** The token goes to Notion, and nowhere else: whatever fails, and however it is spelt. */

const MARKED = 'ntn_marked/0123456789+"quoted"';
const ID = '1f0d872b-594c-8102-9f4d-00270693b0aa';

function formsOf(token: string): string[] {
  const bytes = Buffer.from(token);
  const forms = ['utf8', 'base64', 'base64url', 'hex'] as const;
  return [
    ...forms.map((form) => bytes.toString(form).replace(/=+$/, '')),
    encodeURIComponent(token),
    JSON.stringify(token),
  ];
}

function expectNothing(token: string, texts: Iterable<string>): void {
  for (const text of texts) for (const form of formsOf(token)) expect(text).not.toContain(form);
}

/** A host that says back all that it hears, as proxies do on their error pages. */
async function chattyHost(
  answer: (request: IncomingMessage, response: ServerResponse, heard: string) => void,
) {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(JSON.stringify(request.headers) + request.url);
    answer(request, response, JSON.stringify(request.headers));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard };
}

function contentFolder(): string {
  const folder = temporaryFolder();
  writeFiles(folder, { 'site.yaml': `${SITE}notion:\n  plans: ${ID}\n  roadmap: ${ID}\n` });
  return folder;
}

const commands = [
  ['pull'],
  ['pull', '--json'],
  ['pull', '--full', '--dry-run'],
  ['check', '--notion'],
  ['notion', 'init', '--parent', ID],
  ['new', 'hotfix', 'Receipts', '--notion'],
];

describe('the token', () => {
  const bodies: [string, (heard: string) => [status: number, body: string, type?: string]][] = [
    ['a page of a proxy', (heard) => [403, `<html><pre>${heard}</pre></html>`, 'text/html']],
    [
      'an error that quotes it',
      (heard) => [
        400,
        JSON.stringify({
          object: 'error',
          status: 400,
          code: 'validation_error',
          message: `Bad header ${heard}`,
        }),
      ],
    ],
    [
      'an error that names its code',
      () => [
        400,
        JSON.stringify({
          object: 'error',
          status: 400,
          code: 'validation_error',
          message: `Bad ${formsOf(MARKED).join(' ')}`,
        }),
      ],
    ],
    [
      'a refusal',
      (heard) => [
        401,
        JSON.stringify({ object: 'error', status: 401, code: 'unauthorized', message: heard }),
      ],
    ],
    [
      'a block',
      (heard) => [
        429,
        JSON.stringify({
          object: 'error',
          status: 429,
          code: 'rate_limited',
          message: heard,
          additional_data: { rate_limit_reason: 'public_api_request_blocked' },
        }),
      ],
    ],
    ['an answer of another form', (heard) => [200, JSON.stringify({ heard })]],
    ['an answer that is a list', () => [200, '[]']],
  ];

  test.each(bodies)('is not shown where Notion answers with %s', async (_, make) => {
    const { origin, heard } = await chattyHost((_request, response, text) => {
      const [status, body, type = 'application/json'] = make(text);
      response.writeHead(status, { 'content-type': type }).end(body);
    });
    for (const words of commands) {
      const folder = contentFolder();
      const run = await runWith([...words, '--content', folder], {
        NOTION_TOKEN: MARKED,
        SLIPWAY_NOTION_URL: origin,
      });
      expect(run.code, words.join(' ')).not.toBe(0);
      expectNothing(MARKED, [run.output, ...[...readTree(folder).values()].map(String)]);
    }
    expect(heard.length).toBeGreaterThan(0);
  });

  test('does not follow when somebody between sends the request elsewhere', async () => {
    const elsewhere = await chattyHost((_, response) => response.writeHead(200).end('{}'));
    const { origin } = await chattyHost((request, response) => {
      response.writeHead(307, { location: `${elsewhere.origin}${request.url}` }).end();
    });
    const run = await runWith(['pull', '--content', contentFolder()], {
      NOTION_TOKEN: MARKED,
      SLIPWAY_NOTION_URL: origin,
    });
    expect(run.output).toContain('it answered 307');
    expect(elsewhere.heard).toEqual([]);
  });

  // What Node and packages tell of themselves to whoever looks for a fault.
  test.each([
    ['', ''],
    ['http,https,http2,net,tls,undici,fetch,stream,module', '*'],
    ...(isLong ? [['*', '*']] : []),
  ])(
    'is in no file, argument or output of a whole run, with NODE_DEBUG=%j and DEBUG=%j',
    { timeout: 120_000 },
    async (nodeDebug, debug) => {
      const { addPlan, folder, env, server, world, source } = await setUpNotion();
      const page = addPlan('Book a table', '1.2');
      editPage(world, page.id, (each) =>
        Object.assign(each, { body: '## Summary\nBetter.\n![Map](https://127.0.0.1:9/x.png)' }),
      );
      expect(source.id).toBeTruthy();
      const seen: string[] = [];
      for (const words of [['pull'], ['check', '--notion'], ['publish'], ['gate', 'g1', 'p-1-2']]) {
        const child = startWith([...words, '--content', folder], {
          ...env,
          NODE_DEBUG: nodeDebug,
          DEBUG: debug,
        });
        seen.push(child.process.spawnargs.join(' '));
        await new Promise((done) => child.process.once('close', done));
        seen.push(child.output());
      }
      expect(server.log.length).toBeGreaterThan(3);
      expect(/^(?:NET|FETCH) \d+: /m.test(seen.join('\n'))).toBe(nodeDebug !== '');
      const files = [...readTree(folder)];
      expect(files.map(([path]) => path)).toContain('releases/till/1-2.yaml');
      expectNothing(TOKEN, [...seen, ...files.map(([path, bytes]) => path + bytes.toString('latin1'))]);
    },
  );

  test('is not in the environment of what builds and serves the site', () => {
    const environment = siteEnvironment(readContent(contentFolder()), '/out', new Date());
    const known = [
      'PATH',
      'HOME',
      'TMPDIR',
      'TEMP',
      'TMP',
      'SystemRoot',
      'NO_COLOR',
      'FORCE_COLOR',
      'ASTRO_TELEMETRY_DISABLED',
    ];
    expect(
      Object.keys(environment).filter((name) => !known.includes(name) && !name.startsWith('SLIPWAY_')),
    ).toEqual([]);
    expectNothing('notion:', [JSON.stringify(environment)]);
  });

  test('is not published where somebody pasted it into a plan', async () => {
    const folder = contentFolder();
    const plan = `---\ntitle: Tables\nid: p-1\nversion: "1"\nproduct: till\nstatus: released\nreleased: 2026-05-07\nvisibility: public\n---\n\n## Summary\n\nUse ${TOKEN} to sign in.\n`;
    writeFiles(folder, { 'site.yaml': SITE, 'plans/a.md': plan });
    const run = await runWith(['publish', '--content', folder], { NOTION_TOKEN: TOKEN });
    expect(run.code).toBe(1);
    expect(run.output).toContain(
      'The value of NOTION_TOKEN stands in what would become `till/1.yaml`. Nothing was changed.',
    );
    expect([...readTree(folder).keys()]).toEqual(['plans/a.md', 'site.yaml']);
  });
});

test('a fault of ours is told with its lines and without secrets, wherever it happens', async () => {
  const { env, folder } = await setUpNotion();
  const late = `setInterval(() => {
    if (process.listenerCount('uncaughtException') > 0) throw new Error('late ' + process.env.NOTION_TOKEN);
  }, 20)`;
  const preload = `data:text/javascript,${encodeURIComponent(late)}`;
  const child = startWith(['listen', '--port', '48719', '--content', folder], {
    ...env,
    NODE_OPTIONS: `--import=${preload}`,
  });
  const code = await new Promise((done) => child.process.once('close', done));
  expect(code, child.output()).toBe(2);
  expect(child.output()).toContain('This is a fault of Slipway, not yours.');
  expect(child.output()).toContain('Error: late …');
});
