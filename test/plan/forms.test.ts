import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messagesOf, planOf, testSite } from '../plans.ts';
import { without } from './without.ts';

const site = { ...testSite, products: [...testSite.products, { id: 'rider-app', name: 'Rider app' }] };
const read = (text: string) => planOf(text, 'plans/form.md', site);

/** The same plan as a notes app exports it: keys of its own, dates with times, the title twice, and every heading at one level. */
function asNotesExport(text: string): string {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const title = /^# (.*)$/m.exec(body)?.[1] ?? '';
  const keys = [
    'type: Page',
    'collections: Plans',
    front.replace(/^released: (.*)$/m, 'released: $1 13:15'),
    'description: null',
    'icon: null',
    "createdAt: '2026-01-31T19:15:41.510Z'",
    'creationDate: 2026-01-31 13:15',
    'coverImage: null',
  ];
  const flat = body.replace(/^#{2,} (.*)$/gm, '### $1').replace(/^# (.*)$/m, `# ${title}\n\n## ${title}`);
  return `---\n${keys.join('\n')}\n---\n${flat}`.replaceAll('\n', '\r\n');
}

describe('one plan in two forms', () => {
  it.each(['6.0.0', '5.10.1', '5.6.1', '5.9.1'])('is one plan: %s', (version) => {
    const text = readFileSync(`content/plans/rider-app/${version}.md`, 'utf8').replace(/^theme: .*\n/m, '');
    const [plain, exported] = [read(text), read(asNotesExport(text))];
    expect(messagesOf(exported)).toEqual([]);
    expect(exported.fields).toEqual(plain.fields);
    expect(without('place', exported.values)).toEqual(without('place', plain.values));
    const texts = (plan: typeof plain) => plan.sections.map(({ key, text: own }) => [key, own]);
    expect(texts(exported)).toEqual(texts(plain));
    expect(plain.sections.length).toBeGreaterThan(3);
  });
});
