import type { PhrasingContent } from 'mdast';
import { complain, type DialectReader } from './context.ts';
import type { Found, ReadInline } from './inline-tokens.ts';
import { readReference } from './references.ts';
import type { Scan } from './scan.ts';
import { readTag, type Tag } from './tags.ts';

/** A tag, comment or address in angle brackets inside a line. */
export function readMarkup(
  reader: DialectReader,
  text: string,
  index: number,
  facts: Scan,
  readInline: ReadInline,
): Found | undefined {
  if (text.startsWith('<!--', index)) return readComment(text, index);
  ADDRESS.lastIndex = index;
  const [address, url] = ADDRESS.exec(text) ?? [];
  if (address && url) {
    return {
      end: index + address.length,
      nodes: [{ type: 'link', url, title: null, children: [{ type: 'text', value: url }] }],
    };
  }
  const tag = readTag(text, index);
  if (!tag) return undefined;
  const end = index + tag.text.length;
  if (tag.name === 'br') return { end, nodes: [lineBreak(reader)] };
  if (IGNORED.has(tag.name)) return { end };
  if (tag.kind === 'close') {
    if (tag.name !== 'a') complainOfTag(reader, tag);
    return { end };
  }
  return readElement(reader, text, index, tag, facts, readInline);
}

export function lineBreak(reader: DialectReader): PhrasingContent {
  return reader.inCell ? { type: 'html', value: '<br>' } : { type: 'break' };
}

function readElement(
  reader: DialectReader,
  text: string,
  index: number,
  tag: Tag,
  facts: Scan,
  readInline: ReadInline,
): Found {
  const end = index + tag.text.length;
  const closing = facts.closings.get(index);
  const stop = closing?.end ?? end;
  if (tag.name === 'comment' && closing)
    return { end: stop, nodes: [comment(text.slice(end, closing.start))] };
  const label = closing ? readInline(text.slice(end, closing.start)) : [];
  const nodes = readReference(reader, tag, label);
  if (nodes) {
    // Where nothing is left of a mention, one of the spaces beside it goes too.
    const isGap = nodes.length === 0 && text[index - 1] === ' ' && text[stop] === ' ';
    return { end: isGap ? stop + 1 : stop, nodes };
  }
  complainOfTag(reader, tag);
  // `List<T>` is more likely a text than a tag.
  if (tag.kind === 'open' && !closing && tag.attributes.size === 0) return { end, text: tag.text };
  return { end: stop, nodes: label };
}

/** Notes that nobody outside may see; whoever publishes removes comments. */
function readComment(text: string, index: number): Found {
  const end = text.indexOf('-->', index);
  const stop = end === -1 ? text.length : end;
  return { end: end === -1 ? stop : end + 3, nodes: [comment(text.slice(index + 4, stop))] };
}

function comment(text: string): PhrasingContent {
  return { type: 'html', value: `<!--${text.replaceAll('--', '- -')}-->` };
}

function complainOfTag(reader: DialectReader, tag: Tag): void {
  complain(
    reader,
    `Unexpected <${tag.kind === 'close' ? '/' : ''}${tag.name}>, expected a block that Slipway knows`,
    'Its text is kept. If readers miss something there, write it as plain text or a list.',
  );
}

const ADDRESS = /<((?:https?:\/\/|mailto:)[^\s<>]+)>/y;

/** Looks only, or nothing at all. What they hold is text. */
const IGNORED = new Set(
  (
    'span u b i em strong s del ins mark highlight sub sup small big font kbd abbr cite q code tt center p div section article ' +
    'header footer main blockquote ul ol li dl dt dd h1 h2 h3 h4 h5 h6 hr wbr thead tbody tfoot tr td th col colgroup ' +
    'empty-block table_of_contents breadcrumb'
  ).split(' '),
);
