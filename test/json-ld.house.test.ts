import { expect, inject, test } from 'vitest';
import { readTree } from './house/files.ts';
import { findSchemaFaults } from './house/schema-org.ts';

/** What pages tell search engines, in the words of schema.org: each page of each site that the tests build. */

type Thing = { '@type': string } & Record<string, unknown>;
type Found = [page: string, graph: Thing[]];

const found = Object.entries(inject('sites')).flatMap(([site, folder]) =>
  [...readTree(folder)].flatMap(([path, bytes]): Found[] =>
    [...bytes.toString().matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(
      ([, json = '']) => [`${site}: ${path}`, JSON.parse(json)['@graph']],
    ),
  ),
);

/** Where search engines say which properties they need, and those that interface.md names. */
const needed: Record<string, string[]> = {
  TechArticle: ['headline', 'url', 'image', 'author', 'publisher', 'inLanguage', 'isPartOf', 'about'],
  SoftwareApplication: ['name', 'releaseNotes'],
  Organization: ['name', 'url'],
  CollectionPage: ['name', 'url', 'inLanguage', 'isPartOf'],
  WebPage: ['name', 'url', 'inLanguage', 'isPartOf'],
  WebSite: ['name', 'url'],
  ItemList: ['numberOfItems', 'itemListElement'],
  BreadcrumbList: ['itemListElement'],
  ListItem: ['position', 'name'],
};

function thingsIn(value: unknown): Thing[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(thingsIn);
  return '@type' in value ? [value as Thing, ...inside] : inside;
}

test('uses types and properties that schema.org has, where they belong, with values of their kinds', () => {
  expect(found.length).toBeGreaterThan(400);
  expect(findSchemaFaults(found)).toEqual([]);
});

test('the rules find what is none of that', () => {
  const mistakes: [string, (release: Thing) => void][] = [
    ['a type that there is not', (release) => (release['@type'] = 'ReleaseNotes')],
    ['a property that there is not', (release) => (release['releasedOn'] = '2026-05-07')],
    ['a property of another type', (release) => (release['softwareVersion'] = '1.0')],
    ['a number where a text belongs', (release) => (release['headline'] = 7)],
    ['a thing where a text belongs', (release) => (release['datePublished'] = { '@type': 'Thing' })],
    ['a thing of another type', (release) => (release['publisher'] = { '@type': 'WebPage' })],
  ];
  const [, graph] = found.find(([, things]) => things[0]?.['@type'] === 'TechArticle') ?? [];
  const spoilt = mistakes.map(([name, spoil]): Found => {
    const things = structuredClone(graph ?? []);
    spoil(things[0] as Thing);
    return [name, things];
  });
  expect(findSchemaFaults(spoilt).map((fault) => fault.split(':')[0])).toEqual(
    mistakes.map(([name]) => name),
  );
});

test('says what is needed to show a page, and nothing empty', () => {
  for (const [page, graph] of found) {
    for (const thing of thingsIn(graph)) {
      const type = thing['@type'];
      expect(Object.keys(thing), `${page}: ${type}`).toEqual(
        expect.arrayContaining(needed[type] ?? ['none']),
      );
      for (const [name, value] of Object.entries(thing))
        expect(['', null, []], `${page}: ${type}.${name}`).not.toContainEqual(value);
    }
  }
});

test('has days, addresses and languages in the form that they are to have', () => {
  const forms: Record<string, RegExp> = {
    datePublished: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/,
    inLanguage: /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/,
    url: /^https:\/\/[^\s<>"]+$/,
  };
  const formOf: Record<string, string> = {
    dateModified: 'datePublished',
    image: 'url',
    item: 'url',
    releaseNotes: 'url',
    mainEntityOfPage: 'url',
    '@id': 'url',
  };
  for (const [page, graph] of found) {
    for (const thing of thingsIn(graph)) {
      for (const [name, value] of Object.entries(thing)) {
        const form = forms[formOf[name] ?? name];
        if (form) expect(value, `${page}: ${name}`).toMatch(form);
      }
      const { datePublished, dateModified } = thing as Record<string, string | undefined>;
      if (datePublished)
        expect(Date.parse(dateModified ?? ''), page).toBeGreaterThanOrEqual(Date.parse(datePublished));
    }
  }
});

test('counts what it lists from one, and ends the way to a page with the page', () => {
  for (const [page, graph] of found) {
    for (const thing of thingsIn(graph)) {
      const items = thing['itemListElement'] as
        { position: number; item?: string; url?: string }[] | undefined;
      if (!items) continue;
      expect(
        items.map(({ position }) => position),
        page,
      ).toEqual(items.map((_, index) => index + 1));
      if (thing['@type'] === 'BreadcrumbList') expect(items.at(-1)?.item, page).toBe(graph[0]?.['url']);
      else expect(thing['numberOfItems'], page).toBe(new Set(items.map(({ url }) => url)).size);
    }
  }
});
