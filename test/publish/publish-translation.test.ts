import { describe, expect, test } from 'vitest';
import { limitTranslation, publishTranslation } from '../../src/publish/publish-translation.ts';
import { type Release, ReleaseSchema } from '../../src/release/release.ts';
import { type ReleaseTranslation, ReleaseTranslationSchema } from '../../src/release/translation.ts';
import { messagesOf, planOf, testSite } from '../plans.ts';

const now = new Date('2026-11-21T12:00:00Z');
const moment = (hour: string) => `2026-11-29T${hour}:00:00+01:00`;

const original: Release = ReleaseSchema.parse({
  id: 'p',
  title: 'Tables',
  product: 'till',
  version: '1.2',
  status: 'delayed',
  reason: 'The test found a fault.',
  edited: { on: '2026-05-09', note: 'A name was wrong.' },
  summary: 'Guests can book.',
  upgrade: [{ text: 'Save.' }],
  highlights: 'Bright.',
  changes: [
    { id: 'c-a', kind: 'added', title: 'Book' },
    { id: 'c-b', kind: 'fixed', title: 'Names' },
  ],
  knownIssues: [{ id: 'i-a', title: 'Slow' }],
  audience: { include: [{ text: 'Shops' }], exclude: [{ text: 'Kiosks', reason: 'No table.' }] },
  waves: [{ name: 'All', state: 'planned' }],
  maintenance: [{ id: 'p-m1', start: moment('02'), end: moment('03'), zone: 'Europe/Berlin' }],
  faq: [{ question: 'Why?', answer: 'Because.' }],
  materials: [{ title: 'A guide', url: 'https://example.com/guide' }],
  extras: [{ key: 'overview', heading: 'Product overview', text: 'For small kitchens.' }],
});

const front = (more = '') => `---\ntitle: Tische\nvisibility: public\n${more}---\n`;
const whole = `${front('reason: Ein Fehler.\neditNote: Ein Name war falsch.\npublish: [overview, value]\n')}
## Summary

Gäste reservieren.

## Highlights

Hell.

## Before you upgrade

1. Sichern.

## Included features

- **Reservieren.** Voraus.
  - Purpose: Ruhe.
  - Component: Buchung
  - Action required: Zeiten eintragen.
  - Link: [Anleitung](https://example.com/de)

## Bug fixes

- **Namen.**

## Known issues

- **Langsam.** Mittags.
  - Affects: Berlin
  - Workaround: Warten.
  - Fixed in: 9.9

## Target audience

### Inclusion criteria

- Läden
  - Regions: DE

### Exclusion criteria

- Kioske
  - Reason: Kein Tisch.

## Roll-out

### Waves

| Wave | Share |
| --- | --- |
| Alle | 50 % |

## Maintenance window

| Start | End | Zone | Impact | Affected |
| --- | --- | --- | --- | --- |
| 2026-11-29 02:00 | 2026-11-29 03:00 | Europe/Berlin | Keine Tische. | Kasse |

## FAQ

- **Warum?** Darum.

## Marketing materials

| Kind | Title | Address | State |
| --- | --- | --- | --- |
| Guide | Anleitung | https://example.com/de | published |

## Product overview

Für kleine Küchen.

## Value proposition

Billig.
`;

const publishText = (text: string, of: Release = original, previous?: ReleaseTranslation) => {
  const plan = planOf(text);
  const translation = publishTranslation(plan, 'de', of, previous, testSite, now);
  const told = plan.file.messages.filter(({ ruleId }) => ruleId === 'RP162');
  return { translation, plan, told: told.map(({ reason }) => reason.replace(/: which is.*/, '')) };
};

const translated = {
  of: 'p',
  locale: 'de',
  title: 'Tische',
  reason: 'Ein Fehler.',
  editNote: 'Ein Name war falsch.',
  summary: 'Gäste reservieren.',
  upgrade: [{ text: 'Sichern.' }],
  highlights: 'Hell.',
  changes: [
    {
      id: 'c-a',
      title: 'Reservieren',
      text: 'Voraus.',
      purpose: 'Ruhe.',
      component: 'Buchung',
      action: 'Zeiten eintragen.',
      links: [{ title: 'Anleitung', url: 'https://example.com/de' }],
    },
    { id: 'c-b', title: 'Namen' },
  ],
  knownIssues: [{ id: 'i-a', title: 'Langsam', text: 'Mittags.', affects: 'Berlin', workaround: 'Warten.' }],
  audience: { include: [{ text: 'Läden' }], exclude: [{ text: 'Kioske', reason: 'Kein Tisch.' }] },
  waves: ['Alle'],
  maintenance: [{ impact: 'Keine Tische.', affected: ['Kasse'] }],
  faq: [{ question: 'Warum?', answer: 'Darum.' }],
  materials: [{ title: 'Anleitung', url: 'https://example.com/de' }],
  extras: [{ key: 'overview', heading: 'Product overview', text: 'Für kleine Küchen.' }],
};

describe('a translation', () => {
  test('says every text that the original says, and nothing beside texts', () => {
    expect(publishText(whole)).toMatchObject({ told: [] });
    expect(publishText(whole).translation).toStrictEqual(translated);
  });

  test.each(Object.keys(translated).slice(3) as (keyof typeof translated)[])(
    'says nothing that the original does not: %s',
    (part) => {
      const { [part]: _, ...expected } = translated;
      const { [part as keyof Release]: __, ...rest } = original;
      const less = part === 'editNote' ? { ...original, edited: { on: '2026-05-09' } } : (rest as Release);
      expect(publishText(whole, less).translation).toStrictEqual(expected);
    },
  );

  test('of one that says nothing is its title, or that of the original', () => {
    expect(publishText(front()).translation).toStrictEqual({ of: 'p', locale: 'de', title: 'Tische' });
    const { edited: _, ...unedited } = original;
    const untitled = publishText('---\nvisibility: public\neditNote: Ein Name.\n---\n', unedited);
    expect(untitled.translation).toStrictEqual({ of: 'p', locale: 'de', title: 'Tables' });
  });

  test('says for whom it is, or for whom it is not, or both', () => {
    const audience = (part: string) =>
      publishText(`${front()}\n## Target audience\n\n### ${part} criteria\n\n- Läden\n`).translation
        ?.audience;
    expect(audience('Inclusion')).toStrictEqual({ include: [{ text: 'Läden' }] });
    expect(audience('Exclusion')).toStrictEqual({ exclude: [{ text: 'Läden' }] });
  });

  test('calls a section as its author does', () => {
    const extras = (text: string) => publishText(front('publish: [overview]\n') + text).translation?.extras;
    expect(extras('\n## About this release\n\nKlein.\n')?.[0]?.heading).toBe('About this release');
    expect(extras('\n## Value proposition\n\nBillig.\n\n## Overview\n\nKlein.\n')?.[0]?.heading).toBe(
      'Overview',
    );
  });

  test('that no record may hold is an error', () => {
    const long = publishText(front().replace('Tische', 'T'.repeat(1_001)));
    expect(long.translation).toBeUndefined();
    expect(messagesOf(long.plan)).toEqual(['RP110 Unexpected title, expected at most 1,000 characters']);
    // The name of a section is no text of the plan itself.
    const heading = `\n## Overview ${'!'.repeat(1_001)}\n\nKlein.\n`;
    const named = publishText(front('publish: [overview]\n') + heading);
    expect(named.translation).toBeUndefined();
    expect(messagesOf(named.plan)).toEqual([
      'RP110 Unexpected extras, no. 1, heading, expected at most 1,000 characters',
    ]);
  });
});

describe('what cannot be told apart', () => {
  test('is left out, and told with what to do', () => {
    const { translation, plan, told } = publishText(
      `${front()}\n## Included features\n\n- **Eins.**\n- **Zwei.**\n\n## Known issues\n\n- **Eins.**\n- **Zwei.**\n`,
    );
    expect(translation).toStrictEqual({ of: 'p', locale: 'de', title: 'Tische' });
    expect(told).toEqual([
      'Unexpected 2 items of the kind added, expected 1 as in the original',
      'Unexpected 2 known issues, expected 1 as in the original',
    ]);
    expect(plan.file.messages[0]).toMatchObject({
      fatal: false,
      note: 'Write as many in the same order, or give those of both the same id: `{#reserve}` at the end of the title.',
    });
  });

  test('is told by the titles that the last translation has', () => {
    const previous: ReleaseTranslation = {
      of: 'p',
      locale: 'de',
      title: 'Tische',
      changes: [{ id: 'c-a', title: 'Zwei' }],
      knownIssues: [{ id: 'i-a', title: 'Zwei' }],
    };
    const text = `${front()}\n## Included features\n\n- **Eins.**\n- **Zwei.**\n\n## Known issues\n\n- **Eins.**\n- **Zwei.**\n`;
    const { translation } = publishText(text, original, previous);
    expect(translation?.changes).toEqual([{ id: 'c-a', title: 'Zwei' }]);
    expect(translation?.knownIssues).toEqual([{ id: 'i-a', title: 'Zwei' }]);
  });

  test('is told where steps, waves or windows are not as many, and both say some', () => {
    const upgrade = '\n## Before you upgrade\n\n1. Sichern.\n2. Warten.\n';
    const waves = '\n## Roll-out\n\n### Waves\n\n| Wave |\n| --- |\n| Erste |\n| Zweite |\n';
    const window = (day: string) => `| ${day} 02:00 | ${day} 03:00 | Europe/Berlin |\n`;
    const windows = `\n## Maintenance window\n\n| Start | End | Zone |\n| --- | --- | --- |\n${window('2026-11-29')}${window('2026-11-30')}`;
    const text = front() + upgrade + waves + windows;
    expect(publishText(text).told).toEqual([
      'Unexpected 2 steps, expected 1 as in the original',
      'Unexpected 2 waves, expected 1 as in the original',
      'Unexpected 2 maintenance windows, expected 1 as in the original',
    ]);
    const { upgrade: _, waves: __, maintenance: ___, ...less } = original;
    expect(publishText(text, less).told).toEqual([]);
    expect(publishText(front()).told).toEqual([]);
  });
});

test('what the original says no more is left out of a translation that there is', () => {
  const kept = ReleaseTranslationSchema.parse(translated);
  expect(limitTranslation(kept, original)).toStrictEqual(translated);
  const { id, title, product, status } = original;
  const bare: Release = { id, title, product, status };
  expect(limitTranslation(kept, bare)).toStrictEqual({ of: 'p', locale: 'de', title: 'Tische' });
  const less: Release = {
    ...original,
    changes: original.changes?.slice(1),
    knownIssues: [{ id: 'i-b', title: 'Dark' }],
    extras: [{ key: 'value', heading: 'Value proposition', text: 'Cheap.' }],
  };
  const more: Release = {
    ...original,
    knownIssues: [...(less.knownIssues ?? []), ...(original.knownIssues ?? [])],
    extras: [...(less.extras ?? []), ...(original.extras ?? [])],
  };
  expect(limitTranslation(kept, more)).toStrictEqual(translated);
  const { knownIssues: _, extras: __, ...expected } = translated;
  expect(limitTranslation(kept, less)).toStrictEqual({ ...expected, changes: translated.changes.slice(1) });
  const one = { of: 'p', locale: 'de', title: 'Tische' };
  expect(limitTranslation(one, original)).toStrictEqual(one);
});

describe('a section that the original opts in to', () => {
  const german = (front: string, body: string) =>
    publishText(`---\ntitle: Tische\n${front}---\n\n${body}`, original);

  test('is told where the translation has it and does not opt in', () => {
    const { translation, plan } = german('', '## Product overview\n\nFür kleine Küchen.\n');
    expect(translation?.extras).toBeUndefined();
    expect(
      plan.file.messages.map(({ ruleId, fatal, line, reason, note }) => [ruleId, fatal, line, reason, note]),
    ).toContainEqual([
      'RP162',
      false,
      5,
      'Unexpected “Product overview” that `publish` does not name, which stays in the language of the original',
      'Name it as the original does: `publish: [Product overview]`.',
    ]);
  });

  test('is told beside one that is opted in', () => {
    const extras = [
      ...(original.extras ?? []),
      { key: 'value', heading: 'Value proposition', text: 'Cheap.' },
    ];
    const text =
      '---\ntitle: Tische\npublish: [overview]\n---\n\n## Product overview\n\nKlein.\n\n## Benefits\n\nBillig.\n';
    expect(publishText(text, { ...original, extras }).told).toEqual([
      'Unexpected “Benefits” that `publish` does not name, which stays in the language of the original',
    ]);
  });

  test('needs no telling where it is opted in, empty or missing', () => {
    const overview = '## Product overview\n\nFür kleine Küchen.\n';
    expect(german('publish: [Product overview]\n', overview).told).toEqual([]);
    expect(german('', '## Product overview\n').told).toEqual([]);
    expect(german('', '## Value proposition\n\nBillig.\n').told).toEqual([]);
  });
});
