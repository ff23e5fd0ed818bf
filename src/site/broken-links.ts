/** What one file of a built site leads to, and what can be led to in it. */
export interface FileLinks {
  /** As they are written: relative, below the site's root, or whole. */
  links: string[];
  /** Ids in it; only pages have them. */
  anchors: string[];
}

/** Every file of a built site by its path below it, with its links; `undefined` for one that has none, such as a picture. */
export type SiteLinks = Pick<ReadonlyMap<string, FileLinks | undefined>, 'has' | 'get' | 'keys'>;

/** A link of a built site that leads to nothing. */
export interface BrokenLink {
  /** The file that it stands in, by its path below the site. */
  file: string;
  link: string;
}

/** True for files that links are looked for in. */
export function hasLinks(path: string): boolean {
  return /\.(?:html|xml|json|md|txt|ics)$/.test(path);
}

/**
 * The links and anchors of one file of a built site. In pages they are the values of attributes; in feeds and other texts they are the
 * addresses of the site itself, wherever they stand.
 * @param path below the site
 * @param siteUrl the address that the site stands under, with a slash at its end
 */
export function readLinks(path: string, bytes: Buffer, siteUrl: string): FileLinks {
  if (!path.endsWith('.html'))
    return { links: [...ownAddresses(unfold(path, bytes.toString()), siteUrl)], anchors: [] };
  const links = new Set<string>();
  const anchors: string[] = [];
  // As one letter for each byte, a page is read ten times as fast as in UTF-8, and markup is the same in both.
  for (const [, name, raw = ''] of bytes.toString('latin1').matchAll(ATTRIBUTE)) {
    const value = NOT_ASCII.test(raw) ? Buffer.from(raw, 'latin1').toString() : raw;
    if (name === 'content') for (const address of ownAddresses(value, siteUrl)) links.add(address);
    else if (name === 'id') anchors.push(decodeEntities(value));
    else if (name !== 'srcset') links.add(decodeEntities(value));
    else for (const part of decodeEntities(value).split(',')) links.add(part.trim().split(/\s/)[0] ?? '');
  }
  return { links: [...links], anchors };
}

/**
 * The links of a built site that lead to no file or no anchor of it; those to other sites are not looked at.
 * @param siteUrl the address that the site stands under, with a slash at its end
 * @param known those of a file, where they have been looked for and nothing has changed since
 */
export function findBrokenLinks(
  files: SiteLinks,
  siteUrl: string,
  known: (file: string) => BrokenLink[] | undefined = () => undefined,
): BrokenLink[] {
  const anchors = new Map<string, ReadonlySet<string>>();
  const hasAnchor = (path: string, anchor: string) => {
    let known = anchors.get(path);
    if (!known) anchors.set(path, (known = new Set(files.get(path)?.anchors)));
    return known.has(anchor);
  };
  const site = new URL(siteUrl);
  // What stands beside this site on its host is another's, but a path of a page that leaves the site is a fault.
  const isElsewhere = ({ host, protocol, pathname }: URL, link: string) =>
    host !== site.host ||
    !/^https?:$/.test(protocol) ||
    (!pathname.startsWith(site.pathname) && /^https?:/.test(link));
  const leadsWithin = (link: string, file: string) => {
    const anchor = decodePath(link.slice(1));
    return anchor === '' || (anchor !== undefined && hasAnchor(file, anchor));
  };
  const leadsSomewhere = (link: string, from: URL) => {
    const target = URL.parse(link, from);
    if (target && isElsewhere(target, link)) return true;
    const place = target && placeOf(target, site);
    if (!place || !files.has(place.path)) return false;
    return place.anchor === '' || !place.path.endsWith('.html') || hasAnchor(place.path, place.anchor);
  };
  // Most links stand on every page, and most others lead to an anchor of their own page.
  const checked = new Map<string, boolean>();
  const check = (link: string, file: string) => {
    const known = checked.get(link);
    if (known !== undefined) return known;
    if (link.startsWith('#')) return leadsWithin(link, file);
    if (!/^(?:\/|https?:)/.test(link))
      return leadsSomewhere(link, new URL(file.replace(/(^|\/)index\.html$/, '$1'), site));
    const answer = leadsSomewhere(link, site);
    checked.set(link, answer);
    return answer;
  };
  const brokenIn = (file: string): BrokenLink[] =>
    (files.get(file)?.links ?? []).flatMap((link) => (check(link, file) ? [] : [{ file, link }]));
  return [...files.keys()].flatMap((file) => known(file) ?? brokenIn(file));
}

const ATTRIBUTE = /[ \t\r\n](href|src|srcset|poster|id|content)="([^"]*)"/g;
const NOT_ASCII = /[^\x00-\x7f]/;

/** Calendars break their lines anywhere (RFC 5545 §3.1). */
function unfold(path: string, text: string): string {
  return path.endsWith('.ics') ? text.replace(/\r?\n[ \t]/g, '') : text;
}

function* ownAddresses(text: string, siteUrl: string): Generator<string> {
  const seen = new Set<string>();
  for (let at = text.indexOf(siteUrl); at >= 0; at = text.indexOf(siteUrl, at + 1)) {
    END.lastIndex = at + siteUrl.length;
    const rest = END.exec(text)?.[0] ?? '';
    const address = siteUrl + rest.replace(/[.,;:!*_]+$/, '');
    if (!seen.has(address)) yield address;
    seen.add(address);
  }
}

/** The rest of an address, in JSON, XML, Markdown and plain text: a query says nothing about what is there. */
const END = /[^\s"'`<>()[\]{}\\&?#|]*(?:#[^\s"'`<>()[\]{}\\&|]*)?/y;

function placeOf(target: URL, site: URL): { path: string; anchor: string } | undefined {
  if (!target.pathname.startsWith(site.pathname)) return undefined;
  const path = decodePath(target.pathname.slice(site.pathname.length));
  const anchor = decodePath(target.hash.slice(1));
  if (path === undefined || anchor === undefined) return undefined;
  return { path: path.replace(/(^|\/)$/, '$1index.html'), anchor };
}

function decodePath(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function decodeEntities(value: string): string {
  if (!value.includes('&')) return value;
  return value.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(amp|quot|lt|gt|apos));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[String(name).toLowerCase()] ?? whole;
    return String.fromCodePoint(hex ? Number.parseInt(String(hex), 16) : Number(decimal));
  });
}

const ENTITIES: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', apos: "'" };
