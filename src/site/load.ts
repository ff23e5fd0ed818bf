import { getCollection } from 'astro:content';
import { arrangeContent, type Content } from './content.ts';

let content: Promise<Content> | undefined;

/** Everything that pages are made from. Collections are read once for a whole build: a read in every page is quadratic. */
export function loadContent(): Promise<Content> {
  // While developing, records change under a running server.
  if (import.meta.env.DEV) return readContent();
  return (content ??= readContent());
}

async function readContent(): Promise<Content> {
  const [releases, initiatives, withdrawn] = await Promise.all([
    getCollection('releases'),
    getCollection('initiatives'),
    getCollection('withdrawn'),
  ]);
  return arrangeContent(
    __SLIPWAY_SITE__,
    {
      releases: releases.map((entry) => entry.data),
      initiatives: initiatives.map((entry) => entry.data),
      withdrawn: withdrawn.flatMap((entry) => entry.data.addresses),
    },
    new Date(__SLIPWAY_NOW__),
  );
}
