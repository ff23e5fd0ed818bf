import { getCollection } from 'astro:content';
import { initiativeAddress, releaseAddress } from '../release/address.ts';
import { refuseCollisions } from './collisions.ts';
import { compareWords } from './compare-strings.ts';
import { arrangeContent, type Content } from './content.ts';
import { namesOfWords, refuseUnknownWords } from './own-words.ts';
import { hasSeveralProducts } from './products.ts';
import { searchStrings } from './search-strings.ts';
import { strings } from './strings.ts';

let content: Promise<Content> | undefined;

/** Everything that pages are made from. Collections are read once for a whole build: a read in every page is quadratic. */
export function loadContent(): Promise<Content> {
  // While developing, records change under a running server.
  if (import.meta.env.DEV) return readContent();
  return (content ??= readContent());
}

async function readContent(): Promise<Content> {
  const site = __SLIPWAY_SITE__;
  refuseUnknownWords(
    site.strings,
    [strings, searchStrings, compareWords].flatMap((words) => namesOfWords(words)),
  );
  const [releases, initiatives, withdrawn, histories] = await Promise.all([
    getCollection('releases'),
    getCollection('initiatives'),
    getCollection('withdrawn'),
    getCollection('roadmapChanges'),
  ]);
  const several = hasSeveralProducts(site);
  refuseCollisions([
    ...releases.map(({ id, data }) => ({ file: id, address: releaseAddress(data, several) })),
    ...initiatives.map(({ id, data }) => ({ file: id, address: initiativeAddress(data) })),
  ]);
  const records = {
    releases: releases.map((entry) => entry.data),
    initiatives: initiatives.map((entry) => entry.data),
    withdrawn: withdrawn.flatMap((entry) => entry.data.addresses),
    roadmapChanges: histories.flatMap((entry) => entry.data.changes),
  };
  return arrangeContent(site, records, new Date(__SLIPWAY_NOW__));
}
