import type { WidgetEntry, WidgetFile } from '../documents/public/widget-json.ts';

type Child = Node | string | false | undefined;

/** An element with attributes; never from HTML text, which a strict policy of the page around would refuse. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

export interface Shown {
  file: WidgetFile;
  entries: WidgetEntry[];
  isUnread: (entry: WidgetEntry) => boolean;
  target: string;
}

/** The entries and the link to all others. */
export function makeList({ file, entries, isUnread, target }: Shown, all: string): Node[] {
  const { words } = file;
  return [
    entries.length > 0
      ? make(
          'ul',
          { part: 'list', role: 'list' },
          ...entries.map((entry) => makeItem(entry, file, isUnread(entry), target)),
        )
      : make('p', { part: 'none' }, words.none),
    make('p', { part: 'more' }, makeLink(all, words.all, target)),
  ];
}

export function makeLink(
  url: string,
  text: string,
  target: string,
  part = 'link',
  language: Record<string, string> = {},
): HTMLAnchorElement {
  return make('a', { part, href: url, target, rel: 'noopener', ...language }, text);
}

function makeItem(entry: WidgetEntry, file: WidgetFile, isNew: boolean, target: string): HTMLLIElement {
  const tags = [entry.state, ...entry.kinds].filter((tag) => tag !== undefined);
  return make(
    'li',
    { part: isNew ? 'entry unread' : 'entry' },
    make(
      'p',
      { part: 'meta' },
      isNew && make('strong', { part: 'new' }, file.words.new),
      `${entry.name} · `,
      make('time', { datetime: entry.day }, formatDay(entry.day, file.locale)),
    ),
    makeLink(entry.url, entry.title, target, 'title', markLanguage(file, entry.locale)),
    entry.summary
      ? make('p', { part: 'summary', ...markLanguage(file, entry.summaryLocale) }, entry.summary)
      : undefined,
    tags.length > 0 && make('p', { part: 'kinds' }, tags.join(' · ')),
  );
}

/** The attributes of a text that is in another language than the file. */
export function markLanguage({ languages }: WidgetFile, lang?: string): Record<string, string> {
  return lang ? { lang, dir: languages?.[lang] ?? 'auto' } : {};
}

function formatDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(day));
}
