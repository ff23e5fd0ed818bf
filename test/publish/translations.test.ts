import { describe, expect, test } from 'vitest';
import { renderReleaseTranslation } from '../../src/documents/public/record-file.ts';
import { splitTranslations } from '../../src/plan/translations.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { publish, type Records } from '../../src/publish/publish.ts';
import { SiteSchema } from '../../src/release/site.ts';
import { translateRelease } from '../../src/release/translate.ts';
import { createCanaries, renderCanaryPlan } from '../house/canary.ts';
import { messagesOf, planOf, testSite } from '../plans.ts';

const site = SiteSchema.parse({ ...testSite, languages: { de: {}, ja: { name: 'キオスク' } } });
const nothing: Records = { releases: [], initiatives: [], withdrawn: [] };
const now = new Date('2026-11-21T12:00:00Z');

const english = `---
id: p-tables
title: Tables
product: till
version: "1.2.0"
status: released
released: 2026-05-07
visibility: public
publish: [Excluded features]
---

## Summary

Guests can book.

## Included features

- **Book ahead.** Two weeks.
  - Action required: Set your hours first.
- **See who comes.** At a glance.

## Bug fixes

- **Names stay.** They no longer vanish.

## Excluded features

- **Deposits.** Reason: not asked for.
`;

const german = english
  .replace('title: Tables', 'title: Tische')
  .replace('Guests can book.', 'Gäste können reservieren.')
  .replace('**Book ahead.** Two weeks.', '**Vorausbuchen.** Zwei Wochen.')
  .replace('Set your hours first.', 'Tragen Sie zuerst Ihre Öffnungszeiten ein.')
  .replace('**See who comes.** At a glance.', '**Sehen, wer kommt.** Auf einen Blick.')
  .replace('**Names stay.** They no longer vanish.', '**Namen bleiben.** Sie verschwinden nicht mehr.')
  .replace('**Deposits.** Reason: not asked for.', '**Anzahlungen.** Begründung: nicht gefragt.');

function plansOf(files: Record<string, string>): Plan[] {
  return Object.entries(files).map(([path, text]) => planOf(text, `plans/${path}`, site));
}

function publishFiles(files: Record<string, string>, previous: Records = nothing) {
  const plans = plansOf(files);
  const split = splitTranslations(
    plans,
    ({ file, fields }) => ({ file, names: [fields.id, fields.title], ...fields }),
    site,
  );
  const { translations, failed, originals } = split;
  const publication = publish({
    plans: originals,
    initiatives: [],
    translations: { plans: translations, initiatives: [], failed },
    previous,
    site,
    now,
  });
  const [release] = publication.records.releases;
  const translated = publication.records.translations?.releases ?? [];
  return { ...publication, plans, release, translated, messages: plans.flatMap(messagesOf) };
}

describe('a translation', () => {
  test('stands beside its plan, shares its ids, and says texts alone', () => {
    const { release, translated, messages } = publishFiles({ 'tables.md': english, 'tables.de.md': german });
    expect(messages).toEqual([]);
    expect(translated).toHaveLength(1);
    const [own] = translated;
    expect(own).toMatchObject({ of: 'p-tables', locale: 'de', title: 'Tische' });
    expect(own?.changes?.map(({ id }) => id)).toEqual(release?.changes?.map(({ id }) => id));
    expect(renderReleaseTranslation(own!)).not.toMatch(/status|released|version|kind|product/);
    const read = translateRelease(release!, own!, 'en');
    expect(read).toMatchObject({ title: 'Tische', locale: 'de', status: 'released', version: '1.2.0' });
    expect(read.changes?.map(({ title, kind }) => [title, kind])).toEqual([
      ['Vorausbuchen', 'added'],
      ['Sehen, wer kommt', 'added'],
      ['Namen bleiben', 'fixed'],
    ]);
    expect(read.changes?.[0]?.action).toBe('Tragen Sie zuerst Ihre Öffnungszeiten ein.');
    expect(read.untranslated).toBeUndefined();
  });

  test('may name its plan instead, by id or title, as pages in Notion do', () => {
    for (const name of ['p-tables', 'Tables']) {
      const text = german.replace('id: p-tables', `id: 0af3\nlocale: de\ntranslationOf: ${name}`);
      expect(publishFiles({ 'a.md': english, 'b.md': text }).translated[0]?.title).toBe('Tische');
    }
  });

  test('keeps its places when the original is sorted anew', () => {
    const files = { 'tables.md': english, 'tables.de.md': german };
    const { records } = publishFiles(files);
    const [one, two] = [english.indexOf('- **Book'), english.indexOf('- **See')];
    const end = english.indexOf('\n## Bug fixes');
    const sorted =
      english.slice(0, one) + english.slice(two, end) + english.slice(one, two) + english.slice(end);
    const { release, translated } = publishFiles({ ...files, 'tables.md': sorted }, records);
    const read = translateRelease(release!, translated[0]!, 'en');
    expect(read.changes?.map(({ title }) => title)).toEqual([
      'Sehen, wer kommt',
      'Vorausbuchen',
      'Namen bleiben',
    ]);
  });

  test('that has fewer items than its original says which cannot be told, and leaves them as they are', () => {
    const fewer = german.replace(/- \*\*Sehen.*\n/, '');
    const { release, translated, messages } = publishFiles({ 'tables.md': english, 'tables.de.md': fewer });
    expect(messages).toEqual([expect.stringMatching(/^RP162 .*1 items of the kind added, expected 2/)]);
    const read = translateRelease(release!, translated[0]!, 'en');
    expect(read.changes?.map(({ title, locale }) => [title, locale])).toEqual([
      ['Book ahead', 'en'],
      ['See who comes', 'en'],
      ['Namen bleiben', undefined],
    ]);
    const named = fewer.replace('**Vorausbuchen.**', `**Vorausbuchen {#${release?.changes?.[0]?.id}}.**`);
    const told = publishFiles({ 'tables.md': english, 'tables.de.md': named });
    expect(told.messages).toEqual([]);
    expect(told.translated[0]?.changes?.map(({ title }) => title)).toEqual(['Vorausbuchen', 'Namen bleiben']);
  });
});

describe('the wall', () => {
  const titles = (files: Record<string, string>, previous?: Records) =>
    publishFiles(files, previous).translated.map(({ title }) => title);

  test('holds back a translation whose original is not public, or that does not say that it is itself', () => {
    const files = { 'tables.md': english, 'tables.de.md': german };
    const { records } = publishFiles(files);
    const inside = english.replace('visibility: public', 'visibility: internal');
    expect(titles({ ...files, 'tables.md': inside }, records)).toEqual([]);
    for (const [from, to] of [
      ['visibility: public\n', ''],
      ['visibility: public', 'visibility: internal\nstatus: typo'],
      ['status: released', 'status: draft'],
      ['status: released', 'status: released\npublishAt: 2026-12-01 09:00'],
    ] as const) {
      const changed = { ...files, 'tables.de.md': german.replace(from, to) };
      expect(titles(changed, records), to).toEqual([]);
    }
    expect(titles({ 'tables.md': english }, records)).toEqual([]);
  });

  test('keeps the last translation of a plan with errors, but nothing of it that the original no longer says', () => {
    const files = { 'tables.md': english, 'tables.de.md': german };
    const { records } = publishFiles(files);
    const broken = german.replace('released: 2026-05-07', 'released: 2026-02-30');
    const shorter = english.replace(/- \*\*Names.*\n/, '').replace('publish: [Excluded features]\n', '');
    const { translated, outcomes } = publishFiles({ 'tables.md': shorter, 'tables.de.md': broken }, records);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['published', 'kept']);
    expect(translated[0]?.changes?.map(({ title }) => title)).toEqual(['Vorausbuchen', 'Sehen, wer kommt']);
    expect(JSON.stringify(translated)).not.toMatch(/Namen|Anzahlungen/);
  });

  test('lets an opt-in section through only where the original and the translation name it', () => {
    const closed = german.replace('publish: [Excluded features]\n', '');
    const files = { 'tables.md': english, 'tables.de.md': german };
    expect(publishFiles(files).translated[0]?.extras?.[0]?.text).toContain('Anzahlungen');
    expect(publishFiles({ ...files, 'tables.de.md': closed }).translated[0]?.extras).toBeUndefined();
    const original = english.replace('publish: [Excluded features]\n', '');
    expect(publishFiles({ ...files, 'tables.md': original }).translated[0]?.extras).toBeUndefined();
  });

  test('lets no internal word of a translation through, in whatever field or section it stands', () => {
    const canaries = createCanaries();
    const plan = renderCanaryPlan(canaries);
    const { translated } = publishFiles({
      'canary.md': renderCanaryPlan(createCanaries()),
      'canary.de.md': plan,
    });
    expect(translated).toHaveLength(1);
    const text = renderReleaseTranslation(translated[0]!);
    for (const [word, place] of canaries.placed) expect(text.includes(word), place).toBe(false);
  });
});

describe('what cannot be a translation is told', () => {
  test.each([
    ['locale: de\ntranslationOf: p-table', /RP160 .*Unknown original `p-table`; did you mean `p-tables`/],
    ['translationOf: p-tables', /RP161 .*Missing locale/],
    ['locale: fr\ntranslationOf: p-tables', /RP161 .*Unknown language `fr`; the site has en, de, ja/],
    ['locale: en\ntranslationOf: p-tables', /RP161 .*the language of plans\/a\.md itself/],
  ])('%s', (fields, message) => {
    const text = german.replace('id: p-tables', `id: x\n${fields}`);
    const { messages, outcomes, records } = publishFiles({ 'a.md': english, 'b.md': text });
    expect(messages).toEqual([expect.stringMatching(message)]);
    expect(outcomes.at(-1)?.outcome).toBe('blocked');
    expect(records.translations).toBeUndefined();
  });

  test('two into one language', () => {
    const named = german.replace('id: p-tables', 'id: x\nlocale: de\ntranslationOf: p-tables');
    const { messages, translated } = publishFiles({ 'a.de.md': german, 'a.md': english, 'b.md': named });
    expect(messages).toEqual([
      expect.stringMatching(/RP160 .*second translation into de, beside plans\/a\.de\.md/),
    ]);
    expect(translated).toHaveLength(1);
  });

  test('a name with a dot that is no language stays a plan of its own', () => {
    const other = german.replace('p-tables', 'p-old').replace('1.2.0', '1.1.0');
    const { records } = publishFiles({ 'a.md': english, 'a.old.md': other });
    expect(records.releases.map(({ id }) => id)).toEqual(['p-old', 'p-tables']);
  });
});
