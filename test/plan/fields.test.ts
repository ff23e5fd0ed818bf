import { describe, expect, it } from 'vitest';
import { messagesOf, planOf } from '../plans.ts';

const withFields = (yaml: string) => planOf(`---\n${yaml}\n---\n`);

describe('the fields of a plan', () => {
  it('are found in any spelling and by their aliases', () => {
    const plan = withFields(
      'Name: Faster tills\nRelease-Date: 2026-05-07\npublish_at: 2026-05-07 09:00\nEditNote: A typo',
    );
    expect(messagesOf(plan)).toEqual([]);
    expect(plan.fields).toEqual({
      title: 'Faster tills',
      released: '2026-05-07',
      publishAt: '2026-05-07T09:00:00+02:00',
      editNote: 'A typo',
    });
  });

  it('take a product and a theme by id or by name', () => {
    const { fields } = withFields('title: A\nproduct: TILL\ntheme: Speed');
    expect(fields).toMatchObject({ product: 'till', theme: 'speed' });
  });

  it('with a misspelt value name the nearest one', () => {
    const plan = withFields('title: A\nstatus: relased\nstage: gaa\nproduct: tlil');
    expect(messagesOf(plan)).toEqual([
      'RP120 3:1 Unknown status `relased`; did you mean `released`?',
      'RP120 4:1 Unknown stage `gaa`; did you mean `ga`?',
      'RP120 5:1 Unknown product `tlil`; did you mean `till`?',
    ]);
    expect(plan.fields).toEqual({ title: 'A' });
    expect(plan.file.messages.every((message) => message.fatal)).toBe(true);
  });

  it('with a value like no other name what is possible', () => {
    const plan = withFields('title: A\nvisibility: everybody');
    expect(messagesOf(plan)).toEqual(['RP120 3:1 Unknown visibility `everybody`']);
    expect(plan.file.messages[0]?.note).toBe('Possible are internal, public.');
  });

  it.each(['1.10', '5', '2026', '1e3', '.5', '1_000'])('refuse the version %s as a number', (version) => {
    const plan = withFields(`title: A\nversion: ${version}`);
    expect(messagesOf(plan)).toEqual([
      `RP121 3:1 Unexpected the number ${version} as version, expected a version in quotation marks`,
    ]);
    expect(plan.fields.version).toBeUndefined();
  });

  it.each(['"1.10"', '1.10.0', 'v2', '2026.05.1', 'Bandana'])('take the version %s', (version) => {
    expect(withFields(`version: ${version}`).fields.version).toBe(version.replaceAll('"', ''));
  });

  it.each([
    [
      'released: 2025-02-31',
      'RP121 2:1 Unexpected `2025-02-31` as released, expected a day such as 2026-11-18',
    ],
    [
      'released: 7 May 2026',
      'RP121 2:1 Unexpected `7 May 2026` as released, expected a day such as 2026-11-18',
    ],
    [
      'target: 2026-13',
      'RP121 2:1 Unexpected `2026-13` as target, expected 2026-11-18, 2026-11, 2026-Q4 or 2026',
    ],
    ['publishAt: tomorrow', 'RP121 2:1 Unexpected `tomorrow` as publish at, expected a moment'],
    ['id: Rider App', 'RP121 2:1 Unexpected `Rider App` as id, expected an id such as rider-app-5-12'],
    ['title: [a, b]', 'RP121 2:1 Unexpected a list of 2 values as title, expected one value'],
    ['title:\n  en: a', 'RP121 2:1 Unexpected a mapping as title, expected one value'],
  ])('report what cannot be read: %s', (yaml, message) => {
    expect(messagesOf(withFields(yaml))).toEqual([message]);
  });

  it('take one value where a list is expected, and a list of one where one is expected', () => {
    const { fields } = withFields('tags: fast, quiet\npublish: Highlights\ntitle: [Only one]');
    expect(fields).toEqual({ tags: ['fast', 'quiet'], publish: ['Highlights'], title: 'Only one' });
  });

  it('say nothing where they are null or empty', () => {
    const plan = withFields('title: A\nowner: null\ntags: []\naliases: []\nreason: ""\nstatus:');
    expect(messagesOf(plan)).toEqual([]);
    expect(plan.fields).toEqual({ title: 'A' });
  });

  it('that are unknown are reported with the nearest name, those of notes apps not at all', () => {
    const plan = withFields(
      'title: A\nstatsu: draft\nweight: 98\ntype: Page\ncollections: Notes\ncoverImage: null',
    );
    expect(messagesOf(plan)).toEqual([
      'RP122 3:1 Unknown field `statsu`; did you mean `status`?',
      'RP122 4:1 Unknown field `weight`',
    ]);
    expect(plan.file.messages.map((message) => message.fatal)).toEqual([false, undefined]);
  });

  it('that are told twice keep the first', () => {
    const plan = withFields('title: A\nname: B');
    expect(messagesOf(plan)).toEqual(['RP123 3:1 Unexpected second title in `name`, expected one']);
    expect(plan.fields.title).toBe('A');
  });

  it('read a time without a zone on the clocks of the site', () => {
    expect(withFields('publishAt: 2026-01-10 09:30').fields.publishAt).toBe('2026-01-10T09:30:00+01:00');
    expect(withFields('publishAt: 2026-07-10T09:30:00').fields.publishAt).toBe('2026-07-10T09:30:00+02:00');
    expect(withFields('publishAt: 2026-07-10T09:30:00Z').fields.publishAt).toBe('2026-07-10T09:30:00+00:00');
    expect(withFields('released: 2026-07-10 23:30').fields.released).toBe('2026-07-10');
  });

  it('with Markdown lose comments, scripts and internal links', () => {
    const { fields } = withFields(
      'summary: "Good <!-- budget: 3 M --> news, [here](javascript:alert(1)) and <b>there</b>"',
    );
    expect(fields.summary).toBe('Good news, here and there');
  });
});

describe('what says in other tools that all may see it', () => {
  const wishes = ['published: true', 'publish: yes', 'isPublic: 1', 'draft: false', 'private: no'];
  it.each([...wishes, 'audience: Everyone', 'visible to: customers', 'external: "true"'])(
    'publishes nothing here, and the field that does is named: %s',
    (line) => {
      const plan = withFields(`title: A\n${line}`);
      expect(messagesOf(plan)).toEqual([
        `RP122 3:1 Unexpected \`${line.replaceAll('"', '')}\`, expected \`visibility: public\``,
      ]);
      expect(plan.fields).toEqual({ title: 'A' });
      expect(plan.file.messages[0]).toMatchObject({
        fatal: false,
        note: 'The plan stays internal: `visibility` alone decides who sees it.',
      });
    },
  );

  it.each(wishes)('says nothing more where it is public: %s', (line) => {
    const plan = withFields(`title: A\n${line}\nvisibility: public`);
    expect(messagesOf(plan)).toEqual([
      `RP122 3:1 Unexpected \`${line}\` beside \`visibility: public\`, expected one of them`,
    ]);
    expect(plan.fields).toEqual({ title: 'A', visibility: 'public' });
  });

  it('is no section that is published besides', () => {
    expect(withFields('title: A\npublish: Regions').fields.publish).toEqual(['Regions']);
  });
});

describe('the title of a plan', () => {
  it('is its first heading where no field says it', () => {
    expect(planOf('# Faster tills\n\n## Summary\n\nText\n').fields.title).toBe('Faster tills');
  });

  it('is none where the heading is that of a template', () => {
    expect(
      planOf('---\ntitle: Release Plan\n---\n\n# Release Plan\n\n## Release Plan\n').fields.title,
    ).toBeUndefined();
  });
});
