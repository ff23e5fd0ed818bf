import { VFile } from 'vfile';
import { documents } from '../../languages/en.ts';
import { escapeText } from './escape-text.ts';
import { htmlProcessor, inlineHtmlProcessor } from './html-processor.ts';
import type { HtmlSettings, HtmlWords } from './html-settings.ts';
import { keptText } from './kept-text.ts';
import { oneLine } from './one-line.ts';
import { parseReadable } from './parse-text.ts';
import { isPlainLine, readCodeLine, readPlainParagraphs } from './plain-line.ts';
import { printable } from './printable.ts';
import { isReadable } from '../../release/readable.ts';

export interface HtmlOptions {
  /** The level that the first headings of the text get, 1–6. Default 4, so that a text never competes with its page. */
  headingBase?: number;
  /** Stands before every id in the text, which must be unique where several texts share a page. Default `text-`. */
  idPrefix?: string;
  /** Where the site begins: `/updates/` on a page, `https://example.com/updates/` in a feed. Default `/`. */
  base?: string;
  /** The address of the page that the text stands on. Given, every address in the text becomes absolute. */
  page?: string;
  /** Where pictures begin, where that is another place than `base`: pages of all languages share them. */
  filesBase?: string;
  /** What Slipway itself says inside a text; English where absent. */
  words?: HtmlWords;
  /** What is known of the size of an image of this site, in pixels, by its address. */
  sizeOf?: (address: string) => { width: number; height: number } | undefined;
}

export interface InlineHtmlOptions extends Pick<HtmlOptions, 'base' | 'page' | 'filesBase' | 'words'> {
  /** `false` where the title stands inside a link itself, or is one. Default `true`. */
  links?: boolean;
}

/**
 * CommonMark with GFM → HTML that is safe to put into any page: no HTML passes from the text (it is shown as it was written),
 * only http, https and mailto are linked, and nothing is loaded from another host. Never throws for what a text says.
 */
export function renderHtml(markdown: string, options: HtmlOptions = {}): string {
  const value = printable(markdown);
  const simple = readPlainParagraphs(value);
  if (simple) return simple.map((pieces) => `<p>${withCode(pieces)}</p>`).join('\n');
  const settings: HtmlSettings = {
    headingBase: options.headingBase ?? 4,
    idPrefix: options.idPrefix ?? 'text-',
    base: options.base ?? '/',
    page: options.page,
    filesBase: options.filesBase,
    words: options.words ?? documents.texts,
    sizeOf: options.sizeOf,
    links: true,
    blocks: true,
  };
  return remember(value, settings, () => {
    const tree = parseReadable(value);
    if (!tree) return `<p>${escapeText(value)}</p>`;
    const file = new VFile({ value, data: { html: settings } });
    return htmlProcessor.stringify(htmlProcessor.runSync(tree, file), file);
  });
}

/** A title in inline Markdown → phrasing content, without a paragraph around it. A line break is a space. */
export function renderInlineHtml(markdown: string, options: InlineHtmlOptions = {}): string {
  const line = oneLine(markdown);
  if (isPlainLine(line)) return line;
  const code = readCodeLine(line);
  if (code) return withCode(code);
  const settings: HtmlSettings = {
    headingBase: 4,
    idPrefix: 'text-',
    base: options.base ?? '/',
    page: options.page,
    filesBase: options.filesBase,
    words: options.words ?? documents.texts,
    links: options.links ?? true,
    blocks: false,
  };
  return remember(line, settings, () => {
    if (!isReadable(line)) return escapeText(line);
    return String(inlineHtmlProcessor.processSync({ value: line, data: { html: settings } }));
  });
}

/** Pieces of plain words and of code, in turn. */
function withCode(pieces: readonly string[]): string {
  return pieces
    .map((piece, place) => (place % 2 === 0 ? piece : `<code>${escapeText(piece)}</code>`))
    .join('');
}

/** Titles and texts stand on several pages each; rendering is the dearest part of a build. */
const memories = new WeakMap<HtmlWords, { texts: Map<string, string>; name: string }>();
const MOST_REMEMBERED = 32_000_000;
let remembered = 0;

function remember(markdown: string, settings: HtmlSettings, make: () => string): string {
  const { words, sizeOf, ...rest } = settings;
  const memory = memories.get(words) ?? { texts: new Map<string, string>(), name: nameOf(words) };
  memories.set(words, memory);
  const key = `${JSON.stringify({ ...rest, sizes: Boolean(sizeOf) })}\n${markdown}`;
  const known = memory.texts.get(key);
  if (known !== undefined) return known;
  const html = keptText(`html ${memory.name} ${key}`, make);
  remembered += key.length + html.length;
  if (remembered > MOST_REMEMBERED) {
    memory.texts.clear();
    remembered = key.length + html.length;
  }
  memory.texts.set(key, html);
  return html;
}

function nameOf(words: HtmlWords): string {
  return JSON.stringify(words, (_, value: unknown) => (typeof value === 'function' ? String(value) : value));
}
