import { brotliCompressSync } from 'node:zlib';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '../../scripts/content.ts';
import { findSecrets, openLeakScan, renderSearched } from '../../scripts/leak-scan.ts';
import { publishContent } from '../../scripts/publish.ts';
import { renderTemplate } from '../../src/documents/internal/plan-template.ts';
import { languages } from '../../src/languages/languages.ts';
import { sections } from '../../src/plan/sections.ts';
import type { Problem } from '../../src/sources/problem.ts';
import { temporaryFolder, writeFiles } from '../house/files.ts';

const content = {
  'site.yaml':
    'name: Kiosk\nurl: https://updates.kiosk.example.com/\nproducts:\n  - { id: till, name: Till }\n# we move to another host soon\n',
  'plans/till.md':
    '---\ntitle: Tables\nid: p-1\nversion: "1"\nstatus: released\nreleased: 2026-05-07\nvisibility: public\npublish: [Product overview]\n---\n\n## Summary\n\nGuests can book a table themselves.\n\n> Internal: nobody has tried it yet\n\n## Product overview\n\nFor kitchens with few tables.\n\n## Risks\n\nNobody cancels in time.\n',
  'roadmap/more.md':
    '---\ntitle: More\n---\n\n## Problem\n\nFew guests know of it.\n\n## Notes\n\nThe agency is too dear.\n',
};

/** What the scan says of a site that is these files. */
function scan(
  site: Record<string, string | Uint8Array>,
  plans: Record<string, string> = content,
  records: Record<string, string> = {},
): string {
  const folder = temporaryFolder();
  writeFiles(join(folder, 'content'), plans);
  writeFiles(join(folder, 'site'), site);
  const now = new Date('2026-11-21T12:00:00Z');
  publishContent(readContent(join(folder, 'content')), { now, isDry: false, allowMassDelete: false });
  writeFiles(join(folder, 'content'), records);
  try {
    const secrets = findSecrets(readContent(join(folder, 'content')));
    const scanFile = secrets && openLeakScan(secrets);
    for (const path of Object.keys(site)) scanFile?.(path, join(folder, 'site', path));
    return 'nothing';
  } catch (error) {
    expect((error as Problem).hint).toContain('Publish again if the plan has changed since.');
    return (error as Problem).message.replaceAll(join(folder, 'content'), '…').replace(/`\/.*?…/g, '`…');
  }
}

test('a site of public words is clean', () => {
  const page =
    'Tables. Guests can book a table themselves. For kitchens with few tables. Few guests know of it. More';
  expect(scan({ 'index.html': page, 'a/b/c.json': JSON.stringify({ page }) })).toBe('nothing');
});

test.each([
  ['nobody cancels in time', 'plans/till.md:23'],
  ['nobody has tried it yet', 'plans/till.md:15'],
  ['the agency is too dear', 'roadmap/more.md:11'],
  ['we move to another host soon', 'site.yaml:5'],
])('“%s” is told with its file and line, and with the page', (words, place) => {
  const said = scan({ 'index.html': 'Guests.', 'a/b/page.html': `<p>${words.toUpperCase()}` });
  expect(said).toContain(`The site was not replaced: internal words of `);
  expect(said).toContain(`${place} stand in \`a/b/page.html\`: “`);
});

test('names of files, pictures and packed files are looked at; fonts are not', () => {
  const words = 'nobody cancels in time';
  expect(scan({ 'x/nobody-cancels-in-time.png': '' })).toContain('stand in `x/nobody-cancels-in-time.png`');
  expect(scan({ 'x.svg': `<svg><desc>${words}</desc></svg>` })).toContain('stand in `x.svg`');
  expect(scan({ 'x.html.br': brotliCompressSync(`${'Guests. '.repeat(99)}${words}`) })).toContain(
    'stand in `x.html.br`',
  );
  // A semicolon is all that an empty text is in brotli.
  expect(scan({ 'x.css': `;/* ${words} */` })).toContain('stand in `x.css`');
  expect(scan({ 'x.html.br': 'no brotli at all' })).toBe('nothing');
  expect(scan({ 'x.woff2': words, 'x.woff': words })).toBe('nothing');
});

test('without plans there is nothing to look for', () => {
  const { 'site.yaml': site } = content;
  expect(scan({ 'index.html': 'we move to another host soon' }, { 'site.yaml': site })).toBe('nothing');
});

test('what the settings make public is no secret, wherever else it stands', () => {
  const tagline = 'Everything that is new in kiosks';
  const settings = `${content['site.yaml']}tagline: ${tagline}\n`;
  expect(scan({ 'index.html': tagline }, { ...content, 'site.yaml': settings })).toBe('nothing');
});

test('a comment behind public words makes no secret of them', () => {
  const words = 'Waiters see at once who comes next.';
  const plan = content['plans/till.md'].replace(
    '## Risks',
    `${words} <!-- ask the agency about prices -->\n\n## Risks`,
  );
  const files = { ...content, 'plans/till.md': plan };
  expect(scan({ 'index.html': words }, files)).toBe('nothing');
  expect(scan({ 'index.html': 'ask the agency about prices' }, files)).toMatch(/till\.md:\d+ stand in/);
});

test('what Slipway itself says is no secret where authors say it too', () => {
  const template = renderTemplate({ profile: 'deprecation', title: 'T', product: 'till', id: 'p-2' });
  const prompts = sections.map(({ prompt }) => prompt).join('\n');
  expect(template).toContain('What will go, when, and what to use instead.');
  expect(scan({ 'llms.txt': prompts }, { ...content, 'plans/new.md': template })).toBe('nothing');
  const said = {
    en: [languages.en.page.deprecationsLead, languages.en.page.notTranslated('').split(';')[0] ?? ''],
    de: [languages.de.page.deprecationsLead, languages.de.page.notTranslated('').split(';')[0] ?? ''],
  };
  const inside = (words: readonly string[]) => `# T\n\n## Risks\n\n- ${words.join('\n- ')}\n`;
  const site = `${content['site.yaml']}languages: { de: {} }\n`;
  for (const words of [said.en, said.de]) {
    const files = { ...content, 'site.yaml': site, 'plans/x.md': inside(words) };
    expect(scan({ 'index.html': words.join('\n') }, files)).toBe('nothing');
  }
  const foreign = { ...content, 'plans/x.md': inside(said.de) };
  expect(scan({ 'index.html': said.de.join('\n') }, foreign)).toContain('stand in `index.html`');
});

test('what stands inside of translations is looked for, whether they can be published or not', () => {
  const plan = (fields: string) =>
    `---\n${fields}locale: de\nvisibility: public\n---\n\n## Risks\n\nNiemand sagt rechtzeitig etwas ab.\n`;
  const site = `${content['site.yaml']}languages: { de: {} }\n`;
  const words = { 'index.html': 'niemand sagt rechtzeitig etwas ab' };
  const told = 'stand in `index.html`';
  const base = { ...content, 'site.yaml': site };
  expect(scan(words, base)).toBe('nothing');
  expect(scan(words, { ...base, 'plans/till.de.md': plan('title: Tische\n') })).toContain(
    `till.de.md:9 ${told}`,
  );
  const failed = { ...base, 'plans/x.md': plan('title: Tische\ntranslationOf: nobody\n') };
  expect(scan(words, failed)).toContain(`x.md:10 ${told}`);
  // A hole in the wall would let it into a record; it stays internal.
  const record = `id: hole\ntitle: T\nproduct: till\nstatus: planned\nsummary: Niemand sagt rechtzeitig etwas ab.\n`;
  expect(scan(words, failed, { 'releases/till/hole.yaml': record })).toContain(`x.md:10 ${told}`);
  const item = '---\ntitle: Mehr\n---\n\n## Notes\n\nNiemand sagt rechtzeitig etwas ab.\n';
  expect(scan(words, { ...base, 'roadmap/more.de.md': item })).toContain(`more.de.md:7 ${told}`);
});

test('whatever is written anew, a site is searched anew', () => {
  const searched = (files: Record<string, string>) => {
    const folder = join(temporaryFolder(), 'content');
    writeFiles(folder, files);
    return renderSearched(readContent(folder)).replaceAll(folder, '');
  };
  const before = searched(content);
  expect(searched({ ...content })).toBe(before);
  for (const [path, text] of Object.entries(content))
    expect(searched({ ...content, [path]: `${text}# More\n` }), path).not.toBe(before);
});

test('which lines are internal is found out again where the plan or the settings have changed', () => {
  const folder = join(temporaryFolder(), 'content');
  writeFiles(folder, content);
  const now = new Date('2026-11-21T12:00:00Z');
  publishContent(readContent(folder), { now, isDry: false, allowMassDelete: false });
  const isSecret = () => findSecrets(readContent(folder))?.phrases.has('for kitchen with few table');
  expect(isSecret()).toBe(false);
  const plan = content['plans/till.md'];
  // It stands in the record until that is published anew.
  writeFiles(folder, { 'plans/till.md': plan.replace('publish: [Product overview]\n', '') });
  expect(isSecret()).toBe(true);
  writeFiles(folder, { 'plans/till.md': plan.replace('## Product overview', '## What it is') });
  expect(isSecret()).toBe(true);
  const named = `${content['site.yaml']}sections: { Product overview: [What it is] }\n`;
  writeFiles(folder, { 'site.yaml': named });
  expect(isSecret()).toBe(false);
});
