import { versionSlug } from '../release/version.ts';
import { decoded } from './decoded.ts';

/** Leads from an address without a page to the page that is meant; what means none stays where it is. */
const goal = findRelease(location.pathname) ?? findComparison(location.pathname);
// A path that begins with two slashes would be another host by itself.
if (goal && goal !== location.pathname) location.replace(location.origin + goal + location.hash);

/** `/releases/v1.2.0/`, as people type it, stands at `/releases/1-2-0/`. */
function findRelease(path: string): string | undefined {
  const [, start, slug] = /^(.*\/releases\/(?:[^/]+\/)?)([^/]+)\/?$/.exec(path) ?? [];
  const meant = slug && encodeURIComponent(versionSlug(decoded(slug)));
  return meant && meant !== slug ? `${start}${meant}/` : undefined;
}

/** What older releases have no page for, `/compare/` tells. */
function findComparison(path: string): string | undefined {
  const parts = /^(.*\/)(?:since|compare)\/(?:([^/]+)\/)?([^/]+?)(?:\.\.\.([^/]+))?\/?$/.exec(path);
  if (!parts) return undefined;
  const [, base, product, from = '', to] = parts;
  const asked = new URLSearchParams({ from: decoded(from) });
  if (to) asked.set('to', decoded(to));
  if (product) asked.set('product', decoded(product));
  return `${base}compare/?${asked}`;
}
