import type { Site } from '../../release/site.ts';
import type { HtmlSettings } from './html-settings.ts';
import { siteBase } from './site-url.ts';

/** Where the addresses in a text lead from: the base of its site, the page that it is read on, and where that site's files are. */
type Place = Pick<HtmlSettings, 'base' | 'page' | 'filesBase'>;

/** Where a text stands that is read elsewhere than on the site, so that all its addresses must be whole. */
export type PlaceElsewhere = Place & { page: string };

/** @param page the URL of the page of the site that the text is from */
export function elsewhere(site: Site, page: string): PlaceElsewhere {
  return { base: siteBase(site), page, filesBase: site.original && siteBase(site.original) };
}

/**
 * An address as a text has it → as the page may have it; `undefined` where it must not be linked. Site addresses begin with
 * one `/` and are put below the site's base; other hosts are reached by http, https and mailto only.
 */
export function linkAddress(url: string, { base, page }: Place): string | undefined {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme) return isWebScheme(scheme) ? absolute(scheme + url.slice(scheme.length)) : undefined;
  if (url.startsWith('//')) return absolute(`https:${url}`);
  const address = isSiteAddress(url) ? base.replace(/\/$/, '') + url : url;
  return page ? absolute(address, page) : isRelative(address) ? address : undefined;
}

/** The address of an image that this site serves itself; `undefined` for all others. */
export function imageAddress(url: string, settings: Place): string | undefined {
  const { base, filesBase = base } = settings;
  return isSiteAddress(url) ? linkAddress(url, { ...settings, base: filesBase }) : undefined;
}

/** Which colour scheme an image is for, and its address without that: `/x.png#dark`, and GitHub's `#gh-dark-mode-only`. */
export function splitScheme(url: string): { address: string; scheme?: string | undefined } {
  const found = /#(?:gh-)?(dark|light)(?:-mode-only)?$/.exec(url);
  return found ? { address: url.slice(0, found.index), scheme: found[1] } : { address: url };
}

/** Leads to another host, as far as an address can tell. */
export function isForeign(address: string): boolean {
  return /^https?:/.test(address);
}

/** Leads to a film, as far as an address can tell. */
export function isVideo(address: string): boolean {
  return /\.(?:mp4|webm|mov)(?:[?#]|$)|^https:\/\/(?:www\.)?(?:youtube\.com\/watch|youtu\.be\/|vimeo\.com\/\d)/i.test(
    address,
  );
}

function isSiteAddress(url: string): boolean {
  return /^\/(?![/\\])/.test(url);
}

function isWebScheme(scheme: string): boolean {
  return scheme === 'http' || scheme === 'https' || scheme === 'mailto';
}

/** Browsers read a backslash as a slash, and a colon in the first segment as the end of a scheme. */
function isRelative(address: string): boolean {
  return isForeign(address) || (!address.includes('\\') && !/^[^/?#]*:/.test(address));
}

function absolute(address: string, page?: string): string | undefined {
  const url = URL.parse(address, page);
  return url && isWebScheme(url.protocol.slice(0, -1)) ? (page ? url.href : address) : undefined;
}
