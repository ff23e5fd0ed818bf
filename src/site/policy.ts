import { firstScriptHash } from './first-script.ts';

/**
 * The Content-Security-Policy of every page: nothing but what this site serves itself, no inline style and no inline script but the first, and no text that
 * becomes script by way of the DOM. It stands in each page, and with `frame-ancestors`, which works as a header only, in the files
 * for hosts in `public/`.
 */
export const contentPolicy = [
  "default-src 'none'",
  `script-src 'self' '${firstScriptHash}'`,
  "style-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Only in what is built: a server for writing puts scripts of its own into the pages. */
export const metaPolicy = import.meta.env.PROD ? contentPolicy : undefined;
