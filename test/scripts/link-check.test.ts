import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { listTree } from '../../scripts/build/site-files.ts';
import { checkLinks } from '../../scripts/link-check.ts';
import { readContent } from '../../scripts/content.ts';
import { publishContent } from '../../scripts/publish.ts';
import { type BrokenLink, findBrokenLinks, readLinks } from '../../src/site/broken-links.ts';
import { tryLinks } from '../../src/sources/external-links.ts';
import { slipway } from '../house/command-line.ts';
import { temporaryFolder, writeFiles } from '../house/files.ts';

const SITE = 'https://updates.kiosk.example.com/news/';

function brokenIn(files: Record<string, string>): string[] {
  return findIn(files).map(({ file, link }) => `${file} → ${link}`);
}

function findIn(files: Record<string, string>): BrokenLink[] {
  const tree = Object.entries(files).map(
    ([path, text]) => [path, readLinks(path, Buffer.from(text), SITE)] as const,
  );
  return findBrokenLinks(new Map(tree), SITE);
}

describe('links of a built site', () => {
  const page = (text: string) => ({
    'a/index.html': text,
    'b/index.html': '<h2 id="über-uns">',
    'x.png': '',
  });

  test.each([
    '<a href="/news/b/">',
    '<a href="../b/?q=1#%C3%BCber-uns">',
    `<a href="${SITE}b/#über-uns">`,
    '<a href="#here"><i id="here">',
    '<a href="#über"><i id="über"><a href="#日本-%E8%AA%9E"><i id="日本-語">',
    '<img src="/news/x.png" srcset="/news/x.png 1x, ../x.png 2x">',
    '<a href="https://updates.kiosk.example.com/help/">',
    '<a href="https://example.com/lost"><a href="mailto:a@example.com"><a href="//example.com/">',
    `<meta content="${SITE}x.png"><meta content="Words: href=/lost/">`,
    '<a href="/news/b/?a=1&#38;b=2">',
  ])('are fine: %s', (html) => {
    expect(brokenIn(page(html))).toEqual([]);
  });

  test.each([
    ['<a href="/news/c/">', '/news/c/'],
    ['<a href="/b/">', '/b/'],
    ['<a href="/news/b">', '/news/b'],
    ['<a href="../b/#lost">', '../b/#lost'],
    ['<a href="#lost">', '#lost'],
    ['<img srcset="/news/x.png 1x, /news/y.png 2x">', '/news/y.png'],
    [`<meta content="${SITE}y.png">`, `${SITE}y.png`],
    ['<a href="/news/%E0%A4%A/">', '/news/%E0%A4%A/'],
  ])('lead to nothing: %s', (html, link) => {
    expect(brokenIn(page(html))).toEqual([`a/index.html → ${link}`]);
  });

  test.each([
    ['feed.xml', `<guid>${SITE}c/</guid><content>&lt;a href=&quot;${SITE}b/&quot;&gt;</content>`],
    ['feed.json', JSON.stringify({ url: `${SITE}c/`, html: `<a href="${SITE}b/#über-uns">` })],
    ['llms.txt', `See [all](${SITE}b/), ${SITE}b/. And <${SITE}c/>`],
    ['calendar.ics', `URL:${SITE}b\r\n /\r\nURL:${SITE}c/`],
  ])('are found in %s', (path, text) => {
    expect(brokenIn({ ...page(''), [path]: text })).toEqual([`${path} → ${SITE}c/`]);
  });

  test('are looked through in time that grows with their number', () => {
    const html = Array.from(
      { length: 60 },
      (_, index) => `<a href="/news/p${index}/#top" id="a${index}">`,
    ).join('');
    const measure = (pages: number) => {
      const files = Array.from({ length: pages }, (_, index) => [`p${index}/index.html`, html] as const);
      const start = process.cpuUsage();
      findBrokenLinks(
        new Map(files.map(([path, text]) => [path, readLinks(path, Buffer.from(text), SITE)])),
        SITE,
      );
      return process.cpuUsage(start).user;
    };
    measure(200);
    expect(measure(4_000) / measure(1_000)).toBeLessThan(9);
  });
});

describe('a broken link', () => {
  const plan =
    '---\ntitle: Tables\nid: p-1\nversion: "1"\nproduct: till\nstatus: released\nreleased: 2026-05-07\nvisibility: public\n---\n\n## Summary\n\nSee [the map](/images/map.png).\n';

  function build(settings = '') {
    const folder = temporaryFolder();
    writeFiles(folder, {
      'site.yaml': `name: K\nurl: ${SITE}\nproducts: [{ id: till, name: Till }]\n${settings}`,
      'plans/a.md': plan,
      'dist/index.html': '<a href="/news/images/map.png"><a href="/news/ours/">',
      'dist/feed.xml': `${SITE}images/map.png`,
    });
    publishContent(readContent(folder), {
      now: new Date('2026-06-01T00:00:00Z'),
      isDry: false,
      allowMassDelete: false,
    });
    const dist = `${folder}/dist`;
    let output = '';
    const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      output += String(text);
      return true;
    });
    try {
      return {
        fault: attempt(() =>
          checkLinks(
            readContent(folder),
            findIn(
              Object.fromEntries(
                listTree(dist).map((path) => [path, readFileSync(`${dist}/${path}`, 'utf8')]),
              ),
            ),
          ),
        ),
        output: () => output,
      };
    } finally {
      spy.mockRestore();
    }
  }

  test('is told where its author wrote it, and does not hold the site up', () => {
    const { fault, output } = build();
    expect(fault).toBeUndefined();
    expect(output()).toMatch(
      /plans\/a\.md\n +13:15 +warning +Unexpected link to `\/images\/map\.png`, where this site has nothing +RP143/,
    );
    expect(output()).toMatch(/index\.html\n.*`\/ours\/`.*\n.*a fault of Slipway: please report it/);
    expect(output().match(/map\.png`/g)).toHaveLength(1);
  });

  test('holds the site up where the settings say so, and is not told where they say that', () => {
    const strict = build('rules: { RP143: error }\n');
    expect(strict.fault).toMatch(/The site was not replaced: \d links within it lead nowhere\./);
    expect(build('rules: { RP143: off }\n').output()).toBe('');
  });
});

describe('links to other sites', () => {
  let origin = '';
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const { url = '', method } = request;
    if (url === '/moved') response.writeHead(301, { location: '/fine' }).end();
    else if (url === '/loop') response.writeHead(302, { location: '/loop' }).end();
    else if (url === '/inside') response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    else if (url.startsWith('/to?'))
      response.writeHead(307, { location: decodeURIComponent(url.slice(4)) }).end();
    else if (url === '/no-head') response.writeHead(method === 'HEAD' ? 405 : 200).end('x'.repeat(1000));
    else if (url === '/slow') setTimeout(() => response.end(), 2_000);
    else if (/^\/\d+$/.test(url)) response.writeHead(Number(url.slice(1))).end();
    else response.end('fine');
  });
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  test('are asked one after the other, for no more than the head', async () => {
    const options = { timeout: 500, pause: 20, trustedOrigin: origin };
    const paths = [
      '/fine',
      '/moved',
      '/no-head',
      '/404',
      '/410',
      '/401',
      '/503',
      '/loop',
      '/inside',
      '/slow',
      '/fine',
    ];
    const started = performance.now();
    const trials = await tryLinks(
      paths.map((path) => origin + path),
      options,
    );
    expect(trials.map(({ outcome, why }) => [outcome, why].filter(Boolean).join(': '))).toEqual([
      'fine',
      'fine',
      'fine',
      'lost: its host answered 404',
      'lost: its host answered 410',
      'unknown: its host answered 401',
      'unknown: its host answered 503',
      'lost: its host sends from one address to the next without end',
      'lost: 169.254.169.254 is not on the public internet',
      'unknown: its host took too long',
      'fine',
    ]);
    expect(asked.filter((line) => line.endsWith('/fine') && line.startsWith('HEAD'))).toHaveLength(2);
    expect(performance.now() - started).toBeGreaterThan(9 * 20);
  });

  test('never lead into the house', async () => {
    const urls = [
      `${origin}/fine`,
      'http://localhost:1/',
      'https://[::1]/',
      'http://10.0.0.1/',
      'file:///etc/passwd',
    ];
    const trials = await tryLinks(urls, { timeout: 500, pause: 0 });
    for (const { outcome, why } of trials) {
      expect(outcome).toBe('lost');
      expect(why).toContain('is not on the public internet');
    }
  });

  test('never lead into the house, however its addresses are spelt, nor by way of another site', async () => {
    const heard: string[] = [];
    const house = createServer((request, response) => response.end(String(heard.push(request.url ?? ''))));
    await new Promise<void>((done) => house.listen(0, '::', done));
    onTestFinished(() => void house.close());
    const { port } = house.address() as AddressInfo;
    const hosts = [
      ...['127.1', '2130706433', '0x7f000001', '0x7f.1', '0177.0.0.1', '017700000001', '0', '0.0.0.0'],
      ...['①②⑦.⓪.⓪.①', '127。0。0。1', '%31%32%37.0.0.1', 'localhost', 'LOCALHOST', 'user:word@127.0.0.1'],
      ...[
        '[::1]',
        '[::]',
        '[::ffff:127.0.0.1]',
        '[::ffff:7f00:1]',
        '[0:0:0:0:0:ffff:7f00:1]',
        '[::127.0.0.1]',
      ],
      ...['[::ffff:0:127.0.0.1]', '[64:ff9b::127.0.0.1]', '[2002:7f00:1::]', '[fe80::1]', '[fd00::1]'],
      ...['169.254.169.254', '0xA9FEA9FE', '[::ffff:a9fe:a9fe]', '100.64.0.1', '192.168.0.1', '172.16.0.1'],
    ];
    const inside = hosts.map((host) => `http://${host}:${port}/secret`);
    // Headers hold no letters of other scripts.
    const redirects = inside
      .filter((url) => /^[ -~]+$/.test(url))
      .map((url) => `${origin}/to?${encodeURIComponent(url)}`);
    const schemes = [
      'file:///etc/passwd',
      'ftp://127.0.0.1/',
      'data:text/plain,x',
      'unix:/var/run/docker.sock',
    ];
    const byWay = schemes.map((url) => `${origin}/to?${encodeURIComponent(url)}`);
    const trials = await tryLinks([...inside, ...redirects, ...byWay], {
      timeout: 20_000,
      pause: 0,
      trustedOrigin: origin,
    });
    expect(trials.filter(({ outcome }) => outcome === 'fine')).toEqual([]);
    for (const { url, why } of trials.slice(0, -schemes.length))
      expect(why, url).toContain('is not on the public internet');
    expect(heard).toEqual([]);
  });

  test('are told by `check --links` where their author wrote them', async () => {
    const folder = temporaryFolder();
    const body = `See [there](${origin}/404) and https://updates.kiosk.example.com/.`;
    writeFiles(folder, {
      'site.yaml': 'name: K\nurl: https://updates.kiosk.example.com/\nproducts: [{ id: till, name: Till }]\n',
      'plans/a.md': `---\ntitle: Tables\nid: p-1\nversion: "1"\nstatus: released\nreleased: 2026-05-07\nvisibility: public\n---\n\n## Summary\n\n${body}\n`,
    });
    publishContent(readContent(folder), { now: new Date(), isDry: false, allowMassDelete: false });
    const run = await slipway(['check', '--links', '--content', folder]);
    expect(run.code, run.output).toBe(0);
    expect(run.output).toMatch(
      /12:13 +warning +Unexpected link to `http:.*\/404`: 127\.0\.0\.1:\d+ is not on the public internet +RP144/,
    );
    expect(run.output).not.toContain('kiosk.example.com/`');
  });
});

function attempt(action: () => void): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return String(error);
  }
}
