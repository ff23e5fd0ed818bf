import type { PhrasingContent } from 'mdast';
import { complain, type DialectReader } from './context.ts';
import type { Tag } from './tags.ts';

/** The id at the end of a Notion address, or behind its `#`, without dashes. */
export function findId(url: string, part: 'page' | 'block' = 'page'): string | undefined {
  const [path = '', hash = ''] = url.split('#');
  const where = part === 'block' && hash ? hash : (path.split('?')[0] ?? '');
  const matches = where.replaceAll('-', '').match(/[0-9a-f]{32}(?![0-9a-f])/gi);
  return matches?.at(-1)?.toLowerCase();
}

/** Links between pages may come as `/<id>?pvs=25`. */
export function absoluteUrl(url: string): string {
  const id = /^\/(?:p\/)?(?:[^/?#]*-)?[0-9a-f]{32}(?:[?#]|$)/i.test(url) ? findId(url) : undefined;
  return id ? `https://app.notion.com/p/${id}` : url;
}

/**
 * What a tag that refers to something reads as; undefined where the tag refers to nothing.
 * @param label what stands between the tag and its end.
 */
export function readReference(
  reader: DialectReader,
  tag: Tag,
  label: PhrasingContent[],
): PhrasingContent[] | undefined {
  const url = absoluteUrl(
    tag.attributes.get('url') ?? tag.attributes.get('src') ?? tag.attributes.get('href') ?? '',
  );
  switch (tag.name) {
    case 'mention-user':
    case 'mention-agent':
      // People stay inside, always.
      return [];
    case 'mention-date':
      return [{ type: 'text', value: renderDate(tag.attributes) }, ...label];
    case 'mention-page':
    case 'mention-database':
    case 'mention-data-source':
    case 'page':
    case 'database':
      return [linkToPage(reader, url, label)];
    case 'audio':
    case 'video':
    case 'file':
    case 'pdf':
    case 'embed':
    case 'bookmark':
    case 'link_preview':
    case 'a':
      return linkToFile(reader, tag, url, label);
    case 'img':
    case 'image':
      return url
        ? [{ type: 'image', url, title: null, alt: tag.attributes.get('alt') ?? '' }, ...label]
        : label;
    case 'unknown':
      return readUnknown(reader, tag, url, label);
    default:
      return undefined;
  }
}

function linkToPage(reader: DialectReader, url: string, label: PhrasingContent[]): PhrasingContent {
  const id = findId(url);
  if (id) reader.mentions.add(id);
  const title = (id && reader.context.titles?.get(id)) ?? 'a page in Notion';
  const children = label.length > 0 ? label : [{ type: 'text' as const, value: title }];
  return { type: 'link', url, title: null, children };
}

function linkToFile(
  reader: DialectReader,
  tag: Tag,
  url: string,
  label: PhrasingContent[],
): PhrasingContent[] {
  if (!url) {
    if (tag.name !== 'a') {
      complain(
        reader,
        `Unexpected <${tag.name}> without an address`,
        'Put the file into the page again; its caption is kept.',
      );
    }
    return label;
  }
  const name = decodeURIComponent(
    /([^/?#]+)(?:[?#].*)?$/.exec(url)?.[1]?.replace(/%(?![0-9a-f]{2})/gi, '%25') ?? url,
  );
  const children = label.length > 0 ? label : [{ type: 'text' as const, value: name }];
  return [{ type: 'link', url, title: null, children }];
}

function readUnknown(
  reader: DialectReader,
  tag: Tag,
  url: string,
  label: PhrasingContent[],
): PhrasingContent[] {
  const part = reader.context.unknown?.get(findId(url, 'block') ?? '');
  if (part?.kind === 'link')
    return [{ type: 'link', url: part.url, title: null, children: [{ type: 'text', value: part.text }] }];
  if (part?.kind === 'nothing') return label;
  const kind = part?.kind === 'unread' ? part.what : tag.attributes.get('alt') || 'block';
  complain(
    reader,
    `Unexpected ${kind} that Notion does not hand out`,
    'Write what it says as text, or share the page that it comes from with the connection.',
  );
  return label;
}

/** `2026-05-07 14:00 – 16:00 Europe/Berlin`; nothing that was written is left out. */
function renderDate(attributes: ReadonlyMap<string, string>): string {
  const of = (name: string) => attributes.get(name) ?? '';
  const start = [of('start'), of('starttime')].filter(Boolean).join(' ');
  const endDay = of('end') === of('start') && of('endtime') ? '' : of('end');
  const end = [endDay, of('endtime')].filter(Boolean).join(' ');
  return [start, end && '–', end, of('timezone')].filter(Boolean).join(' ');
}
