import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { launchBrowser } from './house/browser.ts';
import { slipway } from './house/command-line.ts';
import { permanentFolder, readTree, writeFiles } from './house/files.ts';
import { escaped, markedRecords, words } from './house/marked-records.ts';
import { runs, tellProgress } from './long.ts';

const house = permanentFolder();
afterAll(() => rmSync(house, { recursive: true, force: true }));

const SITE = 'name: Kiosk\nurl: https://updates.kiosk.example.com/\nproducts: [{ id: till, name: Till }]\n';

/** A text that was found again, and the elements in it. */
interface Seen {
  id: number;
  text: string;
  elements: string[];
  /** An attribute or a machine's file holds the text alone. */
  isPlain: boolean;
}

/** In the long form, a hundred thousand strings in each field: in many sites, as the pages between versions grow with the square of their number. */
test(
  'what stands in a record is what a reader sees, in every text of a site',
  { timeout: 3_600_000 },
  async () => {
    const browser = await launchBrowser();
    const page = await browser.newPage();
    await page.evaluate(`globalThis.findMarked = ${findMarked.toString()}`);
    for (let round = 0; round < runs(1, 50); round++) {
      tellProgress('sites of texts', round, 50);
      const { files, texts } = markedRecords(runs(2, 4), runs(30, 500));
      const tree = await build(files);
      const seen = new Set<number>();
      const faults: string[] = [];
      const look = (path: string, found: readonly Seen[]) => {
        for (const { id, text, elements, isPlain } of found) {
          const written = texts[id];
          if (!written) continue;
          // What machines read of a record is its Markdown.
          const isSource = isPlain && path.endsWith('.json') && text === escaped(written.text);
          if (words(text) !== words(written.text) && !isSource)
            faults.push(
              `${path}: ${written.field} ${JSON.stringify(written.text)} is ${JSON.stringify(text)}`,
            );
          else if (elements.some((name) => name !== 'a'))
            faults.push(`${path}: ${written.field} ${JSON.stringify(written.text)} has ${elements.join()}`);
          else if (!isPlain) seen.add(id);
        }
      };
      for (const [path, bytes] of tree) {
        const type = /\.(html|xml|json)$/.exec(path)?.[1] as 'html' | 'xml' | 'json' | undefined;
        if (!type || path.startsWith('search') || !bytes.includes('⟦')) continue;
        look(
          path,
          await page.evaluate(([text, kind]) => globalThis.findMarked(text, kind), [
            bytes.toString(),
            type,
          ] as const),
        );
      }
      const kinds = new Map(faults.map((each) => [each.replace(/"[\s\S]*/, ''), each]));
      expect([...kinds.values()].slice(0, 60)).toEqual([]);
      const missing = texts.flatMap(({ field }, id) => (seen.has(id) ? [] : [field]));
      expect([...new Set(missing)]).toEqual([]);
    }
    await browser.close();
  },
);

async function build(records: Record<string, string>): Promise<Map<string, Buffer>> {
  rmSync(house, { recursive: true, force: true });
  const [content, out] = [join(house, 'content'), join(house, 'dist')];
  writeFiles(content, { 'site.yaml': SITE, ...records });
  const run = await slipway(['build', '--content', content, '--out', out, '--now', '2026-06-01T12:00:00Z']);
  expect(run.code, run.output).toBe(0);
  return readTree(out);
}

declare global {
  var findMarked: (text: string, type: 'html' | 'xml' | 'json') => Seen[];
}

/** Runs in the browser, whose reading counts: every marked text of a file that is there as a whole. */
function findMarked(source: string, type: 'html' | 'xml' | 'json'): Seen[] {
  const MARK = /⟦(\d+)⟧([\s\S]*?)⟦\/\1⟧/g;
  const found: Seen[] = [];
  const inText = (text: string) => {
    for (const [, id, inner = ''] of text.matchAll(MARK))
      found.push({ id: Number(id), text: inner, elements: [], isPlain: true });
  };
  const inHtml = (html: string) => {
    const { body, head } = new DOMParser().parseFromString(html, 'text/html');
    for (const each of [...head.querySelectorAll('*'), ...body.querySelectorAll('*')]) {
      for (const { value } of each.attributes) (/^[[{]/.test(value) ? inJson : inText)(value);
      if (each.localName === 'title') inText(each.textContent ?? '');
      if (each.localName === 'script' && each.getAttribute('type')?.includes('json'))
        inJson(each.textContent ?? '');
    }
    for (const each of body.querySelectorAll('script, style')) each.remove();
    let text = '';
    const tags: { at: number; name: string }[] = [];
    const walker = document.createTreeWalker(body);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text) text += node.data;
      else if (node instanceof Element) tags.push({ at: text.length, name: node.localName });
    }
    // Both are in the order of the page.
    let next = 0;
    for (const match of text.matchAll(MARK)) {
      const [whole, id, inner = ''] = match;
      const end = match.index + whole.length - `⟦/${id}⟧`.length;
      const elements: string[] = [];
      for (; (tags[next]?.at ?? end) < end; next++) {
        const { at, name } = tags[next] as { at: number; name: string };
        if (at > match.index) elements.push(name);
      }
      found.push({ id: Number(id), text: inner, elements, isPlain: false });
    }
  };
  const inJson = (json: string) => {
    const walk = (value: unknown): void => {
      if (typeof value === 'string')
        (/<\w/.test(value) && /<\/\w+>\s*$/.test(value) ? inHtml : inText)(value);
      else if (typeof value === 'object' && value) Object.values(value).forEach(walk);
    };
    try {
      walk(JSON.parse(json));
    } catch {
      inText(json);
    }
  };
  if (type === 'html') inHtml(source);
  else if (type === 'json') inJson(source);
  else {
    const { documentElement } = new DOMParser().parseFromString(source, 'application/xml');
    for (const each of documentElement.querySelectorAll('*')) {
      for (const { value } of each.attributes) inText(value);
      if (each.children.length === 0)
        (/<\/\w+>\s*$/.test(each.textContent ?? '') ? inHtml : inText)(each.textContent ?? '');
    }
  }
  return found;
}
