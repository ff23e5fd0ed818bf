import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { expect, inject, test } from 'vitest';
import { projectFolder } from './house/command-line.ts';
import { readTree, temporaryFolder } from './house/files.ts';
import { serveFolder } from './house/static-server.ts';

/** What a site offers to programs, by the eyes of somebody who has read `docs/machines.md` and nothing else. */

const guide = readFileSync(resolve(projectFolder, 'docs/machines.md'), 'utf8');
const demo = readTree(inject('sites').demo);

test('every address of the guide is there, in every language', () => {
  const named = [...guide.matchAll(/^\| (`.*?) +\|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([\w./-]+\.\w+)`/g)].map(([, path = '']) => path),
  );
  expect(named.length).toBeGreaterThan(12);
  const once = ['robots.txt', 'widget.js'];
  for (const path of named) {
    expect([...demo.keys()], path).toContain(path);
    if (!once.includes(path)) expect([...demo.keys()], `de/${path}`).toContain(`de/${path}`);
  }
  for (const path of ['changelog/product/rider-app/', 'changelog/kind/breaking/', 'roadmap/', 'de/roadmap/'])
    for (const feed of ['feed.xml', 'atom.xml', 'feed.json'])
      expect(demo.has(path + feed), path + feed).toBe(true);
  for (const file of ['releases/rider-app/5-12-0.json', 'releases/rider-app/5-12-0/index.md'])
    expect(demo.has(file), file).toBe(true);
});

test('every record of every site is valid by the schema that it names', () => {
  for (const folder of Object.values(inject('sites'))) {
    const tree = readTree(folder);
    const ajv = new Ajv2020({ validateFormats: false });
    const schemas = new Map<string, ValidateFunction>();
    let count = 0;
    for (const [path, bytes] of tree) {
      if (!/^(?:\w\w\/)?releases(?:\.json|\/.*\.json)$/.test(path)) continue;
      const document = JSON.parse(bytes.toString());
      const { $schema } = document;
      if (!schemas.has($schema)) {
        // Where it stands in the folder: the site may lie below a path.
        const [, file = ''] = /((?:\/\w\w)?\/schema\/\w+\.json)$/.exec($schema) ?? [];
        const schema = tree.get(file.slice(1)) ?? tree.get(file.replace(/^\/\w\w\//, ''));
        schemas.set($schema, ajv.compile(JSON.parse(String(schema))));
      }
      const validate = schemas.get($schema);
      expect(validate?.(document), `${path}: ${JSON.stringify(validate?.errors)}`).toBe(true);
      expect(document.version, path).toBe(1);
      count++;
    }
    expect(count).toBeGreaterThan(1);
  }
});

test('maps for search engines name pages that are their own, with the languages that these name', () => {
  for (const [site, folder] of Object.entries(inject('sites'))) {
    const tree = readTree(folder);
    const alternates = (text: string) =>
      [...text.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)]
        .map(([, locale, href]) => `${locale} ${href}`)
        .sort();
    const mapped = new Map<string, string[]>();
    for (const [path, bytes] of tree) {
      if (!/(?:^|\/)sitemap-\d+\.xml$/.test(path)) continue;
      for (const [, entry = ''] of bytes.toString().matchAll(/<url>([^]*?)<\/url>/g)) {
        const [, url = ''] = /<loc>(.*?)<\/loc>/.exec(entry) ?? [];
        expect(mapped.has(url), `${site}: ${url} twice`).toBe(false);
        mapped.set(url, alternates(entry));
      }
    }
    const own = new Map<string, string[]>();
    for (const [path, bytes] of tree) {
      const html = bytes.toString();
      const [, url = ''] = /<link rel="canonical" href="([^"]+)">/.exec(html) ?? [];
      if (!path.endsWith('index.html') || html.includes('name="robots"')) continue;
      if (!url.endsWith(`/${path.slice(0, -'index.html'.length)}`)) continue;
      const heads = [...html.matchAll(/<link rel="alternate" hreflang[^>]*>/g)].join(' ');
      own.set(url, alternates(heads));
      if (/\/(?:releases|roadmap)\/(?!latest)/.test(url)) expect([...mapped.keys()], site).toContain(url);
    }
    for (const [url, languages] of mapped) expect(languages, `${site}: ${url}`).toEqual(own.get(url));
    expect(mapped.size).toBeGreaterThan(5);
  }
});

test('the program of the guide does what it says, from the site alone', async () => {
  const [, program = ''] = /```js\n([^]*?)```/.exec(guide) ?? [];
  const file = join(temporaryFolder(), 'todo.mjs');
  writeFileSync(file, program);
  const site = await serveFolder(inject('sites').demo);
  const run = (...words: string[]) =>
    promisify(execFile)(process.execPath, [file, site.address, ...words]).then(
      ({ stdout }) => stdout,
      (error: Error) => error.message,
    );
  const told = await run('partner-api', '2.7.0');
  expect(told).toMatch(
    /^3\.0\.0 {2}\S.*: \S.* {2}https:\/\/updates\.trundleby\.example\.com\/releases\/partner-api\/3-0-0\/$/m,
  );
  expect(await run('partner-api', '0.0.0')).toContain('There is no partner-api 0.0.0.');
  await site.close();
});
