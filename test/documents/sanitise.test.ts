import { expect, test } from 'vitest';
import { htmlSchema } from '../../src/documents/public/html-schema.ts';
import { renderHtml, renderInlineHtml } from '../../src/documents/public/html.ts';
import { mathAttributes, mathElements } from '../../src/documents/public/mathml.ts';
import { inBrowser } from './browser.ts';
import { payloads } from './payloads.ts';

/** Every payload alone, inside other text, and where it is most likely to break out: as a title, a list item, a table cell. */
const wrappings: ((payload: string) => string)[] = [
  (payload) => renderHtml(payload),
  (payload) => renderHtml(`Before ${payload} after.`),
  (payload) => renderHtml(`- ${payload.replaceAll('\n', '\n  ')}\n\n> ${payload.replaceAll('\n', '\n> ')}`),
  (payload) =>
    renderHtml(`| ${payload.replaceAll('\n', ' ')} |\n| - |\n| ${payload.replaceAll('\n', ' ')} |`),
  (payload) => renderHtml(payload, { base: 'https://example.com/', page: 'https://example.com/x/' }),
  (payload) => renderInlineHtml(payload),
  (payload) => renderInlineHtml(payload, { links: false }),
  (payload) => renderHtml(`\`\`\`math\n\\text{${payload}} ${payload}\n\`\`\``),
  (payload) => renderInlineHtml(`$\`\\mathrm{${payload.replaceAll('`', '')}}\`$`),
];

const attributes: Record<string, string[]> = {
  ...Object.fromEntries(mathElements.map((name) => [name, ['class', ...Object.keys(mathAttributes)]])),
  math: ['display'],
  a: ['href', 'title', 'rel', 'id', 'aria-describedby', 'aria-label', 'class'],
  code: ['class'],
  div: ['class', 'role', 'tabindex', 'aria-label'],
  img: ['src', 'alt', 'loading', 'decoding', 'class', 'title', 'width', 'height'],
  input: ['type', 'disabled', 'checked', 'aria-label'],
  li: ['id', 'class'],
  ol: ['start', 'class'],
  p: ['id', 'class'],
  pre: ['tabindex'],
  section: ['class'],
  span: ['class'],
  td: ['class'],
  th: ['class'],
  ul: ['class'],
  video: ['src', 'poster', 'width', 'height', 'title', 'controls', 'preload', 'aria-label'],
  details: ['open'],
};

test(`${payloads.length} hostile texts run nothing, load nothing and leave only what the schema names`, async () => {
  const outputs = payloads.flatMap((payload) => wrappings.map((wrap) => wrap(payload)));
  const { seen, fired, control, requests } = await inBrowser(async (page) => {
    const requests: string[] = [];
    await page.route('**/*', (route) => {
      requests.push(route.request().url());
      return route.request().url() === 'https://site.test/'
        ? route.fulfill({ contentType: 'text/html', body: '<body>' })
        : route.abort();
    });
    await page.goto('https://site.test/');
    let count = 0;
    await page.exposeFunction('fired', () => void count++);
    const put = async (all: string[]) => {
      count = 0;
      await page.evaluate((bodies) => {
        for (const innerHTML of bodies)
          document.body.append(Object.assign(document.createElement('div'), { innerHTML }));
        for (const each of document.querySelectorAll<HTMLElement>('a, input, [tabindex]')) each.focus();
      }, all);
      // Time enough for handlers to run; the control needs no more than the sanitised texts get.
      for (let look = 0; look < 20 && count < 20; look++) await page.waitForTimeout(50);
      return count;
    };
    const fired = await put(outputs);
    const seen = await page.evaluate(() =>
      [...document.querySelectorAll('body > div *')].map((each) => ({
        name: each.localName,
        attributes: [...each.attributes].map((attribute) => attribute.name),
        url: each.getAttribute('href') ?? each.getAttribute('src') ?? '',
        protocol: each instanceof HTMLAnchorElement ? each.protocol : 'https:',
        image: each instanceof HTMLImageElement ? each.src : undefined,
      })),
    );
    const own = [...requests];
    return {
      seen,
      fired,
      requests: own,
      control: await put(payloads.filter((each) => !/http-equiv|<base/.test(each))),
    };
  });
  expect(fired).toBe(0);
  // The same browser does run them where nothing is sanitised.
  expect(control).toBeGreaterThan(5);
  expect(
    requests.filter(
      (url) => !url.startsWith('https://site.test/') && !url.startsWith('https://example.com/'),
    ),
  ).toEqual([]);
  for (const each of seen) {
    expect(htmlSchema.tagNames, each.name).toContain(each.name);
    for (const name of each.attributes)
      expect(attributes[each.name] ?? [], `${each.name} ${name}`).toContain(name);
    expect(['http:', 'https:', 'mailto:'], each.url).toContain(each.protocol);
    if (each.image) expect(each.image).toMatch(/^https:\/\/(?:site\.test|example\.com)\//);
  }
  expect(seen.length).toBeGreaterThan(1_000);
}, 60_000);
