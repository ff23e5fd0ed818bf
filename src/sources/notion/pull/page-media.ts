import type { Image, Link, Nodes, Paragraph, Parents, PhrasingContent, Root } from 'mdast';
import { plainText } from '../../../plan/markdown.ts';
import { downloadFile, FileRefusal } from '../files/download.ts';
import { type Media, prepareMedia } from '../files/media.ts';

export interface MediaOptions {
  /** Larger files are refused, in bytes. */
  maxFileBytes: number;
  /** The origin of a Notion on this machine. */
  trustedOrigin?: string | undefined;
}

export interface PageMedia {
  /** Files that were fetched now. */
  files: Media[];
  /** All files of the page: address without signature → name. */
  names: Record<string, string>;
  /** What could not be taken, as sentences. */
  refusals: string[];
}

/** Where the files of plans stand on the site. */
const MEDIA_ADDRESS = '/media/';

/**
 * Fetches the pictures of a page, and the files that lie with Notion, and lets the tree refer to our copies. What cannot be had keeps its
 * text and loses its address: signed addresses are good for an hour and never leave the house.
 * @param before files of the page from the last pull: uploads never change under their address.
 */
export async function takeMedia(
  body: Root,
  before: Readonly<Record<string, string>>,
  options: MediaOptions,
): Promise<PageMedia> {
  const media: PageMedia = { files: [], names: {}, refusals: [] };
  for (const { node, parent } of findFiles(body, options)) {
    const key = keyOf(node.url);
    nameAddress(node);
    const known = media.names[key] ?? (isUpload(node.url, options) ? before[key] : undefined);
    const name = known ?? (await fetchMedia(node, key, before, media, options));
    if (name) {
      media.names[key] = name;
      node.url = MEDIA_ADDRESS + name;
      if (node.type === 'link' && /\.(?:mp4|webm)$/.test(name)) showFilm(node, parent);
    } else {
      giveUp(node, parent);
    }
  }
  return media;
}

async function fetchMedia(
  node: Image | Link,
  key: string,
  before: Readonly<Record<string, string>>,
  media: PageMedia,
  options: MediaOptions,
): Promise<string | undefined> {
  try {
    const { maxFileBytes, trustedOrigin } = options;
    const bytes = await downloadFile(node.url, { maxBytes: maxFileBytes, trustedOrigin, timeout: 120_000 });
    const file = await prepareMedia(bytes);
    media.files.push(file);
    return file.name;
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    const name = key.replace(/.*\//, '') || key;
    media.refusals.push(
      `The file “${name}” was not taken: ${error.message}.${before[key] ? ' The copy of the last pull is used.' : ''}`,
    );
    return before[key];
  }
}

/** A film that stands alone is shown, as pictures are; in a sentence it stays a link. */
function showFilm(link: Link, parent: Parents): void {
  if (parent.type !== 'paragraph' || parent.children.length > 1) return;
  parent.children = [{ type: 'image', url: link.url, title: null, alt: plainText(link) }];
}

interface Found {
  node: Image | Link;
  parent: Parents;
}

function findFiles(parent: Parents, options: MediaOptions): Found[] {
  return parent.children.flatMap((node: Nodes): Found[] => {
    if (node.type === 'image') return /^https?:/i.test(node.url) ? [{ node, parent }] : [];
    const inside = 'children' in node ? findFiles(node, options) : [];
    return node.type === 'link' && isUpload(node.url, options) ? [{ node, parent }, ...inside] : inside;
  });
}

/** Files that were uploaded to Notion. */
function isUpload(url: string, options: MediaOptions): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, hostname, pathname, searchParams } = new URL(url);
  if (searchParams.has('X-Amz-Signature') || origin === options.trustedOrigin) return true;
  return (
    /(?:^|\.)(?:notion-static\.com|notionusercontent\.com)$/.test(hostname) ||
    pathname.startsWith('/prod-files-secure/')
  );
}

function keyOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin + new URL(url).pathname : url;
}

/** A signed address that was pasted as text is called by its file. */
function nameAddress(node: Image | Link): void {
  if (node.type === 'image') return;
  for (const child of node.children) {
    if (child.type === 'text' && child.value.includes('X-Amz-'))
      child.value = keyOf(node.url).replace(/.*\//, '');
  }
}

/** Leaves the caption, or nothing, where the file stood. */
function giveUp(node: Image | Link, parent: Parents): void {
  const text: PhrasingContent[] =
    node.type === 'link' ? node.children : node.alt ? [{ type: 'text', value: node.alt }] : [];
  const { children } = parent as Paragraph;
  children.splice(children.indexOf(node), 1, ...text);
}
