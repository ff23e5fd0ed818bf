import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { firstScript } from '../../src/site/first-script.ts';
import { contentPolicy } from '../../src/site/policy.ts';
import { launchBrowser } from './browser.ts';
import { projectFolder } from './command-line.ts';
import { readTree } from './files.ts';
import { hostFolder, readHeaders, type StaticHost } from './static-host.ts';

/** The demo on a host that sends the headers that Slipway ships, in a real browser. */

const out = inject('sites').demo;
const files = resolve(projectFolder, 'public');
let host: StaticHost;
let browser: Browser;

beforeAll(async () => {
  host = await hostFolder(out);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  host?.close();
});

test('every page keeps the policy and asks no other host', async () => {
  // A page that leads on at once cannot be looked at; it has no script, no style and no picture.
  const pages = [...readTree(out)]
    .filter(([path, bytes]) => path.endsWith('.html') && !bytes.includes('http-equiv="refresh"'))
    .map(([path]) => path);
  expect(pages.length).toBeGreaterThan(80);
  const page = await browser.newPage();
  const complaints: string[] = [];
  let path = '';
  page.on('request', (request) => {
    if (!request.url().startsWith(host.origin)) complaints.push(`${path} asks ${request.url()}`);
  });
  await page.exposeFunction('complain', (text: string) => complaints.push(`${path}: ${text}`));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const { complain } = globalThis as unknown as { complain: (text: string) => void };
      complain(`${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`);
    });
  });
  page.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`));
  for (path of pages) await page.goto(`${host.origin}/${path.replace(/(^|\/)index\.html$/, '$1')}`);
  expect(complaints).toEqual([]);
}, 120_000);

test('the listener hears what the policy refuses', async () => {
  const page = await browser.newPage();
  await page.goto(`${host.origin}/`);
  const heard = await page.evaluate(
    () =>
      new Promise((done) => {
        const refused = new Set<string>();
        addEventListener('securitypolicyviolation', (event) => {
          refused.add(event.effectiveDirective);
          if (refused.size === 4) done([...refused].sort());
        });
        const style = document.createElement('style');
        style.textContent = 'body { color: red }';
        const image = new Image();
        image.src = 'https://other.example/x.png';
        document.head.append(style, image);
        try {
          document.body.innerHTML = '<b>x</b>';
        } catch {
          // It is refused by an error as well.
        }
        fetch('https://other.example/').catch(() => undefined);
      }),
  );
  expect(heard).toEqual(['connect-src', 'img-src', 'require-trusted-types-for', 'style-src-elem']);
});

test('search, theme and the widget work under the policy', async () => {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${host.origin}/`);
  await page.keyboard.press('/');
  await page.waitForSelector('#search-dialog[open]');
  await page.keyboard.type('battery');
  await page.waitForSelector('#search-dialog a[href*="/releases/merchant-portal/2-0/"] .find-excerpt mark');
  await page.goto(`${host.origin}/widget/`);
  await page.locator('whats-new').first().locator('button').first().click();
  await page.waitForSelector('whats-new a');
  expect(complaints).toEqual([]);
});

test.each(['feed.xml', 'atom.xml', 'changelog/kind/breaking/feed.xml'])(
  '%s is a page for a person under the policy, and asks no other host',
  async (feed) => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${host.origin}/${feed}`);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('li h2 a').count()).toBeGreaterThan(0);
    expect(await page.locator('main').evaluate((main) => getComputedStyle(main).maxWidth)).not.toBe('none');
    expect(asked.sort()).toEqual(
      [feed, 'feed.css', 'feed.xsl'].map((path) => `${host.origin}/${path}`).sort(),
    );
  },
);

test('a feed is a page for a person where browsers know no XSLT any more', async () => {
  const modern = await launchBrowser(['--disable-features=XSLT']);
  try {
    for (const [feed, entry, lead] of [
      ['feed.xml', 'item', 'This is a feed.'],
      ['atom.xml', 'entry', 'This is a feed.'],
      ['de/atom.xml', 'entry', 'Dies ist ein Feed.'],
    ] as const) {
      const page = await modern.newPage();
      const refused: string[] = [];
      page.on('console', (message) => refused.push(message.text()));
      await page.goto(`${host.origin}/${feed}`);
      const shown = await page.evaluate((name) => {
        const root = document.documentElement;
        const element = (path: string) => root.querySelector(path) ?? root;
        const said = (path: string, pseudo: '::before' | '::after') =>
          getComputedStyle(element(path), pseudo).content;
        const box = (path: string) => element(path).getBoundingClientRect();
        return {
          xslt: typeof XSLTProcessor,
          lead: getComputedStyle(root, '::before').content,
          hint: said(':not(image) > title', '::after'),
          page: `${said('link:not([rel="self"])', '::before')}${element('link:not([rel="self"])').textContent || said('link:not([rel="self"])', '::after')}`,
          entry: `${element(`${name} > link`).textContent || said(`${name} > link`, '::after')}`,
          day: box(`${name} > :is(pubDate, published)`).height > 0,
          shows: [...root.querySelectorAll('*')]
            .filter((each) => each.getBoundingClientRect().height > 0)
            .map(({ localName }) => localName),
          width: root.scrollWidth,
        };
      }, entry);
      expect(shown.xslt, 'this Chromium knows XSLT').toBe('undefined');
      expect(shown.lead).toBe(`"${lead}"`);
      expect(shown.hint).toMatch(/address|Adresse/);
      expect(shown.page).toContain(feed.startsWith('de') ? '/de/changelog/' : '/changelog/');
      expect(shown.entry).toMatch(/^"?https:.*\/releases\/.*\/"?$/);
      expect(shown.day).toBe(true);
      expect(new Set(shown.shows)).toEqual(
        new Set(
          entry === 'item'
            ? ['channel', 'title', 'link', 'item', 'pubDate', 'description']
            : ['title', 'link', 'entry', 'published', 'summary'],
        ),
      );
      expect(refused.filter((text) => !text.startsWith('XSLTProcessor'))).toEqual([]);
      await page.close();
    }
  } finally {
    await modern.close();
  }
});

test('every page says what it is to search engines, and leads to what says the same', () => {
  const tree = readTree(out);
  for (const [path, bytes] of tree) {
    const html = bytes.toString();
    if (!path.endsWith('index.html') || html.includes('name="robots"')) continue;
    const [, jsonLd = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
    const types = JSON.parse(jsonLd)['@graph'].map((each: { '@type': string }) => each['@type']);
    const isRelease = /^releases\/[^/]+\/[^/]+\/index\.html$/.test(path);
    if (isRelease) expect(types[0], path).toBe('TechArticle');
    if (!/^(?:de\/)?index\.html$/.test(path)) expect(types[1], path).toBe('BreadcrumbList');
    for (const [, address = ''] of html.matchAll(
      /<link rel="(?:alternate|canonical)"[^>]* href="([^"]+)"/g,
    )) {
      const file = new URL(address, 'http://host').pathname.slice(1).replace(/(^|\/)$/, '$1index.html');
      expect(tree.has(file), `${path} → ${address}`).toBe(true);
    }
    if (isRelease) expect(html, path).toMatch(/rel="alternate" type="text\/markdown"/);
  }
});

test('every page that is to be found has a picture for those who share it, and says what is on it', () => {
  const tree = readTree(out);
  for (const [path, bytes] of tree) {
    const html = bytes.toString();
    if (!path.endsWith('index.html') || html.includes('name="robots"')) continue;
    const said = (name: string) =>
      new RegExp(`<meta (?:property|name)="${name}" content="([^"]+)"`).exec(html)?.[1] ?? '';
    for (const name of ['og:title', 'og:type', 'og:url', 'og:site_name', 'og:image:alt'])
      expect(said(name), `${path} ${name}`).not.toBe('');
    expect(said('twitter:card')).toBe('summary_large_image');
    const picture = tree.get(new URL(said('og:image')).pathname.slice(1));
    // Width and height stand in the first chunk of a PNG.
    expect([picture?.readUInt32BE(16), picture?.readUInt32BE(20)].map(String), path).toEqual([
      said('og:image:width'),
      said('og:image:height'),
    ]);
  }
  for (const name of ['favicon.svg', 'icon.png']) expect(tree.has(name)).toBe(true);
});

test('the policy is the first thing in every head, before any script', () => {
  for (const [path, bytes] of readTree(out)) {
    if (path.endsWith('.html'))
      expect(bytes.toString(), path).toMatch(/<head>\s*<meta http-equiv="Content-Security-Policy"/);
  }
});

test('no page has a script or a style in itself but the first script', () => {
  for (const [path, bytes] of readTree(out)) {
    if (!path.endsWith('.html')) continue;
    const inline = [
      ...bytes.toString().matchAll(/<script(?![^>]* src=)(?![^>]*ld\+json)[^>]*>([^]*?)<\/script>/g),
    ];
    for (const [, script] of inline) expect(script, path).toBe(firstScript);
    expect(bytes.toString(), path).not.toMatch(/<style|\sstyle=/);
  }
});

test('hosts are told the types of all files, and that the folder of styles and scripts is one', () => {
  const nginx = readFileSync(join(out, 'nginx-headers.conf'), 'utf8');
  const [, types = ''] = /^types \{([^}]*)\}/m.exec(nginx) ?? [];
  const known = new Set(
    [...types.matchAll(/^ {2}\S+ (.*);$/gm)].flatMap(([, names = '']) => names.split(' ')),
  );
  const endings = [...readTree(out).keys()].flatMap((path) => /[^/]\.([a-z0-9]+)$/.exec(path)?.[1] ?? []);
  // That file itself, which nobody is meant to read.
  expect([...new Set(endings)].filter((ending) => !known.has(ending))).toEqual(['conf']);
  const htaccess = readFileSync(join(out, '.htaccess'), 'utf8');
  for (const ending of ['ics', 'md', 'xsl'])
    expect(htaccess).toMatch(new RegExp(`^  AddType .* \\.${ending}$`, 'm'));
  // Jekyll, which GitHub Pages runs where nothing says otherwise, leaves out what begins with an underscore.
  expect(readTree(out).has('.nojekyll')).toBe(true);
});

test('pages and the files for all hosts say the same', () => {
  const policy = `${contentPolicy}; frame-ancestors 'self'`;
  expect(policy).not.toContain('unsafe');
  const headers = readHeaders(join(out, '_headers'));
  expect(headers['Content-Security-Policy']).toBe(policy);
  const [htaccess, nginx] = ['.htaccess', 'nginx-headers.conf'].map((file) =>
    readFileSync(join(out, file), 'utf8'),
  );
  for (const [name, value] of Object.entries(headers)) {
    expect(htaccess).toContain(`Header always set ${name} "${value}"\n`);
    expect(nginx).toContain(`add_header ${name} "${value}" always;\n`);
  }
  const list = Object.entries(headers).map(([key, value]) => ({ key, value }));
  const json = (file: string) => JSON.parse(readFileSync(join(out, file), 'utf8'));
  expect(json('vercel.json')).toMatchObject({ trailingSlash: true });
  expect(json('vercel.json').headers[0]).toEqual({ source: '/(.*)', headers: list });
  expect(json('firebase.json').hosting).toMatchObject({ public: '.', trailingSlash: true });
  expect(json('firebase.json').hosting.headers[0]).toEqual({ source: '**', headers: list });
  expect(readFileSync(join(files, '_headers'), 'utf8')).toBe(readFileSync(join(out, '_headers'), 'utf8'));
});
