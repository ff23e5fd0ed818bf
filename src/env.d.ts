/// <reference types="astro/client" />

// Set by whoever renders pages: `astro.config.mjs` for Astro's own commands, the driver of a build for its workers.

/** What `content/site.yaml` says. */
declare var __SLIPWAY_SITE__: import('./release/site.ts').Site;
/** The moment that the site is built for, RFC 3339 in UTC. */
declare var __SLIPWAY_NOW__: string;
/** The public records; the same object for as long as they are the same. */
declare var __SLIPWAY_RECORDS__: () => import('./site/record-files.ts').SiteRecords;
/** Told whenever a page looks at more than what its path hands it. */
declare var __SLIPWAY_WATCH__: ((at: 'outlines' | 'everything') => void) | undefined;
/** Of all outlines and what the clock says, as a digest. */
declare var __SLIPWAY_OUTLINES__: string | undefined;
/** Keeps what texts come to from one build to the next. */
declare var __SLIPWAY_KEEP__: ((key: string, make: () => string) => string) | undefined;

// Replaced in the templates themselves.

/** `strings` of `site.yaml`, apart from the rest because browsers need them, too. */
declare const __SLIPWAY_STRINGS__: { locale: string; words: Readonly<Record<string, string>> } | undefined;
