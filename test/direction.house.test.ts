import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderRelease } from '../src/documents/public/record-file.ts';
import { ReleaseSchema } from '../src/release/release.ts';
import { launchBrowser } from './house/browser.ts';
import { projectFolder, slipway } from './house/command-line.ts';
import { permanentFolder, readTree, writeFiles } from './house/files.ts';
import { findTurned, overflowOf } from './house/page-checks.ts';
import { serveFolder } from './house/static-server.ts';

/** Words of one direction on a site of the other, in a real browser: nobody has said what language they are in. */

let browser: Browser;
const folders: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function build(files: Record<string, string>): Promise<Awaited<ReturnType<typeof serveFolder>>> {
  const content = permanentFolder();
  const out = join(content, 'dist');
  folders.push(content);
  writeFiles(content, files);
  const { code, output } = await slipway([
    'build',
    '--content',
    content,
    '--out',
    out,
    '--now',
    '2026-11-21T12:00:00Z',
  ]);
  expect(code, output).toBe(0);
  return serveFolder(out);
}

describe('English releases with versions such as 3.0.0-rc.2 on a site in Arabic', () => {
  let site: Awaited<ReturnType<typeof serveFolder>>;

  beforeAll(async () => {
    const demo = join(projectFolder, 'content');
    const settings = readFileSync(join(demo, 'site.yaml'), 'utf8')
      .replace('locale: en-GB', 'locale: ar')
      .replace(/^languages:.*/ms, '');
    const records = [...readTree(join(demo, 'releases'))]
      .filter(([path]) => !path.endsWith('.de.yaml'))
      .map(([path, bytes]): [string, string] => [
        `releases/${path}`,
        bytes.toString().replace(/\b\d+\.\d+\.\d+\b(?!-)/g, '$&-rc.2'),
      ]);
    site = await build({ 'site.yaml': settings, ...Object.fromEntries(records) });
  });

  afterAll(() => site?.close());

  test.each([
    '',
    'changelog/',
    'changelog/rows/',
    'changelog/table/',
    'releases/',
    'releases/partner-api/3-0-0-rc-2/',
    'releases/merchant-portal/2-0/',
    'compare/',
    'compare/?from=2.7.0-rc.2&to=3.0.0-rc.2&product=partner-api',
    'compare/partner-api/2-7-0-rc-2...3-0-0-rc-2/',
    'since/rider-app/5-9-1-rc-2/',
    'known-issues/',
    'deprecations/',
    'maintenance/',
    'roadmap/',
    'roadmap/reserve-ahead/',
    'search/',
    'search/?q=api',
  ])('are read as they were written: /%s', async (path) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(site.address + path, { waitUntil: 'networkidle' });
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
    expect(await findTurned(page)).toEqual([]);
    await page.close();
  });

  test('stand on its side, and code on its own', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${site.address}releases/partner-api/3-0-0-rc-2/`);
    const alignment = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((each) => getComputedStyle(each).textAlign);
    expect(await alignment('.release-head h1')).toBe('right');
    expect(await alignment('.text p')).toBe('right');
    expect(await alignment('.text pre')).toBe('start');
    await page.close();
  });
});

describe('Arabic releases on a site in English', () => {
  let site: Awaited<ReturnType<typeof serveFolder>>;

  beforeAll(async () => {
    const release = ReleaseSchema.parse({
      id: 'r-arabic',
      title: 'تنبيه قبل نفاد المخزون!',
      product: 'till',
      version: '2026.11.0-beta.1+build.20261112.sha.5114f85.with.a.long.tail',
      status: 'released',
      released: '2026-11-12',
      summary: 'يخبرك الصندوق حين يوشك صنف على النفاد.',
      changes: [
        { id: 'c-one', kind: 'added', title: 'تنبيه بالمخزون', text: 'يظهر عند بلوغ الحد (أو قبله).' },
      ],
      faq: [
        { question: 'هل هو مجاني؟', answer: '- نعم.\n- دائمًا!\n\n| السعر (اليوم) |\n| --- |\n| لا شيء. |' },
      ],
    });
    site = await build({
      'site.yaml': 'name: Till\nurl: https://example.com/\nproducts: [{ id: till, name: Till }]\n',
      'releases/till/r-arabic.yaml': renderRelease(release),
    });
  });

  afterAll(() => site?.close());

  test.each([
    '',
    'changelog/',
    'changelog/rows/',
    'changelog/table/',
    'releases/2026-11-0-beta-1-build-20261112-sha-5114f85-with-a-long-tail/',
    'search/?q=تنبيه',
  ])('are read from right to left, begin on the side of the site, and fit a phone: /%s', async (path) => {
    const page = await browser.newPage({ viewport: { width: 320, height: 700 } });
    await page.goto(site.address + path, { waitUntil: 'networkidle' });
    expect(await findTurned(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
    await page.close();
  });

  test('are named by a version that leaves room for them', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(site.address);
    const height = await page
      .locator('.home-latest .version')
      .evaluate((each) => each.getBoundingClientRect().height);
    expect(height).toBeLessThan(120);
    await page.close();
  });
});

describe('Texts that are not translated, with words and code that no phone is wide enough for', () => {
  let site: Awaited<ReturnType<typeof serveFolder>>;
  const long = 'kasse_mit_einem_namen_'.repeat(6);

  beforeAll(async () => {
    const release = ReleaseSchema.parse({
      id: 'r-long',
      title: `Release ${long}`,
      product: 'till',
      version: '1.0.0',
      status: 'released',
      released: '2026-11-12',
      summary: `${long} counts.`,
      highlights: `Run it:\n\n\`\`\`sh\n${'till convert --in old '.repeat(12)}\n\`\`\``,
      changes: [{ id: 'c-one', kind: 'added', title: long, text: `\`${long}\` is there.` }],
      knownIssues: [{ id: 'k-one', title: long, workaround: `Use \`${long}\`.` }],
    });
    site = await build({
      'site.yaml':
        'name: Till\nurl: https://example.com/\nproducts: [{ id: till, name: Till }]\nlanguages: { ar: {}, de: {} }\n',
      'releases/till/r-long.yaml': renderRelease(release),
    });
  });

  afterAll(() => site?.close());

  test.each(
    ['', 'de/', 'ar/'].flatMap((language) =>
      ['', 'changelog/', 'changelog/rows/', 'releases/1-0-0/', 'known-issues/'].map(
        (path) => language + path,
      ),
    ),
  )('fit a phone: /%s', async (path) => {
    const page = await browser.newPage({ viewport: { width: 320, height: 700 } });
    await page.goto(site.address + path, { waitUntil: 'networkidle' });
    expect(await overflowOf(page)).toBe(0);
    await page.close();
  });
});
