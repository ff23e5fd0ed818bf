/// <reference types="astro/client" />

/** What `content/site.yaml` says, read once by `astro.config.mjs`. */
declare const __SLIPWAY_SITE__: import('./release/site.ts').Site;
/** Absolute path of the folder that holds the release records. */
declare const __SLIPWAY_RELEASES__: string;
/** The moment that the site is built for, RFC 3339 in UTC. */
declare const __SLIPWAY_NOW__: string;
/** `strings` of `site.yaml`, apart from the rest because browsers need them, too. */
declare const __SLIPWAY_STRINGS__: Readonly<Record<string, string>>;
