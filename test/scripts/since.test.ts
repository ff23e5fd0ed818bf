import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { renderRelease } from '../../src/documents/public/record-file.ts';
import { renderReleasesJson } from '../../src/documents/public/releases-json.ts';
import type { Release } from '../../src/release/release.ts';
import { SiteSchema } from '../../src/release/site.ts';
import { slipway } from '../house/command-line.ts';
import { temporaryFolder, writeFiles } from '../house/files.ts';
import { change, release } from '../release/records.ts';

const releases: Release[] = [
  release('1.2.0', '2026-01-01', { knownIssues: [{ id: 'lag', title: 'The `map` lags' }] }),
  release('1.3.0', '2026-02-01', {
    upgrade: [{ text: 'Back up **first**.' }],
    changes: [
      change('changed', 'Prices', { breaking: true, action: 'Read them as cents.' }),
      change('added', 'Map'),
    ],
  }),
  release('1.6.0', '2026-03-01', { changes: [change('fixed', 'Clock'), change('added', 'Bell')] }),
  release('1.2.0', '2026-03-01', { product: 'desk', id: 'desk' }),
];
const site = SiteSchema.parse({
  name: 'Kiosk',
  url: 'https://updates.kiosk.example.com/',
  products: [
    { id: 'rider-app', name: 'Rider app' },
    { id: 'desk', name: 'Desk' },
  ],
});

function folder(): string {
  const made = temporaryFolder();
  const files = releases.map((each) => [`releases/${each.product}/${each.id}.yaml`, renderRelease(each)]);
  writeFiles(made, Object.fromEntries(files));
  return made;
}

async function serve(body: string): Promise<string> {
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/updates/releases.json' ? 200 : 404).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/updates/`;
}

const sentence =
  'From 1.2.0 to 1.6.0: 2 releases, 2 actions, 1 breaking, 4 changes, 1 known issue still open.';

test('a person reads the sentence, what must be done, and what changed', async () => {
  const run = await slipway(['since', '1.2', '--to', '1.6', '--product', 'rider-app', '--content', folder()]);
  expect(run.code).toBe(0);
  expect(run.output).toContain(sentence);
  expect(run.output).toMatch(
    /What you must do \(2\)\n {2}· Back up first\. {2}1\.3\.0\n {2}· Prices: Read them as cents\./,
  );
  expect(run.output).toMatch(/New, opt-in \(2\)\n {2}· Map {2}1\.3\.0\n {2}· Bell {2}1\.6\.0/);
  expect(run.output).toMatch(/still open \(1\)\n {2}· The map lags/);
});

test('a program gets JSON, from the folder and from a site alike', async () => {
  const address = await serve(renderReleasesJson(releases, [], site));
  const options = ['since', '1.2.0', '--product', 'rider-app', '--json'];
  const [local, remote] = [
    await slipway([...options, '--content', folder()]),
    await slipway([...options, '--site', address]),
  ];
  const [one, other] = [JSON.parse(local.output), JSON.parse(remote.output)];
  expect(one).toMatchObject({
    sentence,
    direction: 'up',
    counts: { changes: 4, kinds: { added: 2, changed: 1, fixed: 1 } },
    steps: [{ text: 'Back up **first**.', in: '1.3.0' }],
    openIssues: [{ id: 'lag', discoveredIn: '1.2.0', fixedIn: [] }],
  });
  expect(other.changes.map((each: { url: string }) => each.url)[0]).toBe(
    'https://updates.kiosk.example.com/releases/rider-app/1-3-0/#prices',
  );
  const withoutUrls = (document: object) =>
    JSON.parse(JSON.stringify(document, (key, value: unknown) => (key === 'url' ? undefined : value)));
  expect(withoutUrls(other)).toEqual(withoutUrls(one));
});

test('Markdown for a ticket', async () => {
  const run = await slipway(['since', '1.2', '--product', 'rider-app', '--markdown', '--content', folder()]);
  expect(run.output).toContain('# rider-app: From 1.2.0 to 1.6.0');
  expect(run.output).toContain('1. Back up **first**. (1.3.0)\n2. **Prices** (1.3.0): Read them as cents.');
  expect(run.output).toContain('## New, opt-in\n\n- Map (1.3.0)\n- Bell (1.6.0)');
});

test.each([
  [[], 'needs one version', 'slipway since 1.2'],
  [['1.2.0'], 'Several products have 1.2.0: desk, rider-app. Which do you mean?', '--product'],
  [['1.4'], 'There is no version “1.4”. Did you mean 1.3.0, 1.2.0, 1.6.0?', ''],
  [
    ['1.3.0', '--product', 'till'],
    'There is no product “till”: desk, rider-app.',
    '`--product`: desk, rider-app.',
  ],
  [['1.3.0', '--channel', 'night'], 'There is no channel “night”: stable.', ''],
  [['1.3.0', '--site', 'example'], '`example` is no address of a site.', 'https://'],
  [['1.3.0', '--site', 'http://127.0.0.1:9/'], 'could not be read', '--content'],
])('since %j', async (words, what, hint) => {
  const run = await slipway(['since', ...words, '--content', folder()]);
  expect(run.code).toBe(1);
  expect(run.output).toContain(what);
  expect(run.output).toContain(hint);
});

test('a product is named by its id or by its name, as messages name it', async () => {
  const content = folder();
  writeFiles(content, {
    'site.yaml':
      'name: Kiosk\nurl: https://updates.kiosk.example.com/\nproducts:\n  - { id: rider-app, name: Rider app }\n  - { id: desk, name: Desk }\n',
  });
  const named = await slipway([
    'since',
    '1.2',
    '--to',
    '1.6',
    '--product',
    'rider App',
    '--content',
    content,
  ]);
  expect(named.output).toContain(sentence);
  const unknown = await slipway(['since', '1.2', '--product', 'rider', '--content', content]);
  expect(unknown.output).toContain('There is no product “rider”: Desk, Rider app.');
  expect(unknown.output).toContain('Name one with `--product`: desk, rider-app.');
});

test('a site that serves something else is named', async () => {
  const run = await slipway(['since', '1.2', '--site', await serve('<html>')]);
  expect(run.code).toBe(1);
  expect(run.output).toContain('is no list of releases');
});

test('a folder that has published nothing', async () => {
  const run = await slipway(['since', '1.2', '--content', temporaryFolder()]);
  expect(run.output).toContain('There are no public records');
});
