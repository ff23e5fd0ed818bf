/** True for a file of the site itself. */
export function isFromSite(url: string): boolean {
  return (
    /^\/(?!\/)[^\\]*$/.test(url) &&
    !url
      .replace(/%2e/gi, '.')
      .split(/\/|%2f|%5c/i)
      .includes('..')
  );
}

/** True for an address within the site, and for one with http, https or mailto. */
export function isSafeLink(url: string): boolean {
  // To a browser, a backslash is a slash.
  if (/^(?:#|\/(?![/\\]))/.test(url)) return true;
  return (
    URL.canParse(url) && ['http:', 'https:', 'mailto:'].includes(new URL(url).protocol) && !holdsPassword(url)
  );
}

/** True for an address that tells its readers a password. */
export function holdsPassword(url: string): boolean {
  return URL.canParse(url) && new URL(url).password !== '';
}

/** True for an address that only members of a workspace of Notion can open. */
export function isNotion(url: string): boolean {
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, '') : '';
  return NOTION.test(host);
}

/** True for an address whose name means something in a company's own network alone. */
export function isOwnNetwork(url: string): boolean {
  return URL.canParse(url) && OWN.test(new URL(url).hostname);
}

/** `localhost`, `.local` behind a single name and 192.168 are what readers have at home, and `cluster.local` is the same everywhere. */
const OWN =
  /\.(?:internal|intranet|corp|lan|private|localdomain)\.?$|\.(?!cluster\.)[\w-]+\.local\.?$|^(?!localhost$)[\w-]+$|^(?:10|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+$|^\[(?:f[cd]|::ffff:a)[\da-f:]+\]$/;

/** Its own hosts, and those of the files that it keeps. */
const NOTION =
  /(?:^|\.)(?:notion\.(?:so|com|site)|notion-static\.com|notionusercontent\.com|prod-files-secure\.s3[\w.-]*\.amazonaws\.com)$/;
