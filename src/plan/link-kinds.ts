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
  if (!URL.canParse(url)) return false;
  const { password, searchParams } = new URL(url);
  return password !== '' || [...searchParams.keys()].some((key) => SIGNATURE.test(key));
}

/** What opens a file of a cloud, or an account, to whoever has the address. */
const SIGNATURE =
  /^(?:x-(?:amz|goog)-(?:signature|credential|security-token)|awsaccesskeyid|access_token|password|passwd)$/i;

/** The host of an address that only members can open, as of a board, a chat or a document that is being written. */
export function membersHost(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname, pathname } = new URL(url);
  return MEMBERS.test(`${hostname}${pathname}`) ? hostname : undefined;
}

const MEMBERS = new RegExp(
  [
    String.raw`^[\w-]+\.slack\.com/(?:archives|messages|files|team)/|^app\.slack\.com/|^teams\.microsoft\.com/l/`,
    String.raw`^[\w-]+\.atlassian\.net/(?:browse|wiki/spaces|jira)/|^[\w-]+\.sharepoint\.com/`,
    String.raw`^docs\.google\.com/(?:document|spreadsheets|presentation)/d/(?!e/).*/edit|^(?:www\.)?figma\.com/(?:file|design|board)/`,
    String.raw`^(?:linear\.app/[^/]+/(?:issue|project)|app\.asana\.com|trello\.com/[bc]|app\.clickup\.com|miro\.com/app|[\w-]+\.monday\.com/boards)/`,
    String.raw`^[\w-]+\.(?:lightning\.force|my\.salesforce)\.com/|^[\w-]+\.(?:productboard|aha)\.(?:com|io)/|^app\.(?:hubspot|intercom)\.com/`,
  ].join('|'),
);

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
