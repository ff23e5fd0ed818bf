import { z } from 'zod';

/** What the specifications demand of a feed, written down from their texts alone. */

/**
 * RSS 2.0 (rssboard.org) with what its best practices add, Atom (RFC 4287) and archives (RFC 5005). Runs inside a browser, whose
 * parser is the judge of well-formedness; it may use nothing from outside itself.
 */
export function findXmlFaults(source: string): string[] {
  const faults: string[] = [];
  const expect = (holds: unknown, fault: string) => void (holds || faults.push(fault));
  const xml = new DOMParser().parseFromString(source, 'application/xml');
  const problem = xml.querySelector('parsererror');
  if (problem) return [`not well-formed: ${problem.textContent}`];
  const root = xml.documentElement;
  const ATOM = 'http://www.w3.org/2005/Atom';
  const HISTORY = 'http://purl.org/syndication/history/1.0';
  const own = (parent: Element, name: string, namespace: string | null = null) =>
    [...parent.children].filter((each) => each.localName === name && each.namespaceURI === namespace);
  const one = (parent: Element, name: string, namespace: string | null = null) => {
    const found = own(parent, name, namespace);
    expect(found.length === 1, `${found.length} × <${name}> in <${parent.localName}>`);
    return found[0]?.textContent ?? '';
  };
  const isUrl = (text: string | null) =>
    /^https?:\/\/[^\s<>"]+$/.test(text ?? '') && URL.canParse(text ?? '');
  const rfc822 =
    /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}$/;
  const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
  const checkDate = (text: string, form: RegExp) => {
    expect(form.test(text) && !Number.isNaN(Date.parse(text)), `no date: ${text}`);
    if (form === rfc822) {
      const day = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
      const local = new Date(`${text.slice(5, 16)} 00:00 GMT`).getUTCDay();
      expect(day[local] === text.slice(0, 3), `another weekday: ${text}`);
    }
  };
  const checkHtml = (html: string) => {
    const body = new DOMParser().parseFromString(html, 'text/html');
    expect(
      !body.querySelector(
        'script, style, iframe, object, embed, form, input:not([type=checkbox]), link, meta',
      ),
      'active HTML',
    );
    for (const element of body.body.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        expect(!/^on|^style$/.test(name), `attribute ${name}`);
        // A footnote leads to a place in the same text.
        if (name === 'href' && value.startsWith('#'))
          expect(
            body.getElementById(value.slice(1)) ?? body.getElementById(decodeURIComponent(value.slice(1))),
            `nothing at ${value}`,
          );
        else if (name === 'href') expect(isUrl(value) || value.startsWith('mailto:'), `href ${value}`);
        if (name === 'src') expect(isUrl(value), `src ${value}`);
      }
    }
  };
  const checkArchive = (links: Element[], isArchive: boolean) => {
    const rel = (name: string) => links.filter((link) => link.getAttribute('rel') === name);
    expect(rel('self').length === 1, 'no self');
    // RFC 5005 §4: an archive says that it is one, and where the feed is; the feed says neither.
    expect(rel('current').length === (isArchive ? 1 : 0), 'current');
    expect(rel('prev-archive').length <= 1 && rel('next-archive').length <= 1, 'several archives');
    for (const link of links) expect(isUrl(link.getAttribute('href')), `link ${link.getAttribute('href')}`);
  };
  const ids: string[] = [];

  if (root.localName === 'rss') {
    expect(root.getAttribute('version') === '2.0', 'version');
    expect(root.children.length === 1 && root.children[0]?.localName === 'channel', 'channel');
    const channel = root.children[0] as Element;
    for (const name of ['title', 'description']) expect(one(channel, name).trim(), `empty ${name}`);
    expect(isUrl(one(channel, 'link')), 'channel link');
    expect(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(one(channel, 'language')), 'language');
    for (const date of own(channel, 'lastBuildDate')) checkDate(date.textContent, rfc822);
    checkArchive(own(channel, 'link', ATOM), own(channel, 'archive', HISTORY).length === 1);
    const known = /^(title|link|description|language|lastBuildDate|image|item)$/;
    for (const child of channel.children)
      expect(child.namespaceURI !== null || known.test(child.localName), child.localName);
    for (const image of own(channel, 'image')) {
      // The specification asks that these two be those of the channel.
      for (const name of ['title', 'link']) expect(one(image, name) === one(channel, name), `image ${name}`);
      expect(isUrl(one(image, 'url')) && image.children.length === 3, 'image');
    }
    for (const item of own(channel, 'item')) {
      expect(one(item, 'title') || one(item, 'description'), 'neither title nor description');
      expect(isUrl(one(item, 'link')), 'item link');
      checkDate(one(item, 'pubDate'), rfc822);
      ids.push(one(item, 'guid'));
      expect(own(item, 'guid')[0]?.getAttribute('isPermaLink') === 'false', 'a tag URI is no permalink');
      for (const each of own(item, 'updated', ATOM)) checkDate(each.textContent, rfc3339);
      checkHtml(one(item, 'encoded', 'http://purl.org/rss/1.0/modules/content/'));
      for (const child of item.children)
        expect(
          child.namespaceURI !== null ||
            /^(title|link|guid|pubDate|category|description)$/.test(child.localName),
          child.localName,
        );
    }
  } else {
    expect(root.localName === 'feed' && root.namespaceURI === ATOM, 'root');
    const text = (parent: Element, name: string) => one(parent, name, ATOM);
    expect(URL.canParse(text(root, 'id')), 'id');
    expect(text(root, 'title').trim(), 'title');
    checkDate(text(root, 'updated'), rfc3339);
    for (const icon of own(root, 'icon', ATOM)) expect(isUrl(icon.textContent), 'icon');
    const author = own(root, 'author', ATOM);
    expect(author.length === 1 && own(author[0] as Element, 'name', ATOM)[0]?.textContent, 'author');
    checkArchive(own(root, 'link', ATOM), own(root, 'archive', HISTORY).length === 1);
    const newest = Math.max(
      0,
      ...own(root, 'entry', ATOM).map((entry) => Date.parse(text(entry, 'updated'))),
    );
    expect(
      newest === 0 || Date.parse(text(root, 'updated')) === newest,
      'updated is not that of the newest entry',
    );
    for (const entry of own(root, 'entry', ATOM)) {
      ids.push(text(entry, 'id'));
      expect(own(entry, 'title', ATOM).length === 1, 'title');
      checkDate(text(entry, 'updated'), rfc3339);
      checkDate(text(entry, 'published'), rfc3339);
      expect(
        Date.parse(text(entry, 'updated')) >= Date.parse(text(entry, 'published')),
        'updated before published',
      );
      const links = own(entry, 'link', ATOM);
      expect(links.length === 1 && isUrl(links[0]?.getAttribute('href') ?? ''), 'entry link');
      const content = own(entry, 'content', ATOM);
      expect(content.length === 1 && content[0]?.getAttribute('type') === 'html', 'content');
      expect(own(entry, 'summary', ATOM).length <= 1, 'summaries');
      for (const each of own(entry, 'category', ATOM))
        expect(each.getAttribute('term'), 'category without a term');
      checkHtml(content[0]?.textContent ?? '');
    }
  }
  expect(new Set(ids).size === ids.length, 'an id twice');
  for (const id of ids)
    expect(/^tag:[a-z0-9.-]+,\d{4}(-\d{2}){0,2}:[\w.~:-]+$/.test(id), `no tag URI: ${id}`);
  return faults;
}

const Author = z.strictObject({ name: z.string(), url: z.url().optional(), avatar: z.url().optional() });

/** JSON Feed 1.1 (jsonfeed.org): what is not named there begins with an underscore, and we have none of that. */
export const JsonFeedRules = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  user_comment: z.string().min(1),
  title: z.string().min(1),
  home_page_url: z.url({ protocol: /^https?$/ }),
  feed_url: z.url({ protocol: /^https?$/ }),
  next_url: z.url({ protocol: /^https?$/ }).optional(),
  description: z.string().min(1).optional(),
  icon: z.url({ protocol: /^https?$/ }).optional(),
  language: z.string(),
  authors: z.array(Author).min(1),
  items: z.array(
    z.strictObject({
      id: z.string().min(1),
      url: z.url({ protocol: /^https?$/ }),
      title: z.string(),
      content_html: z.string(),
      summary: z.string().min(1).optional(),
      date_published: z.iso.datetime({ offset: true }),
      date_modified: z.iso.datetime({ offset: true }).optional(),
      tags: z.array(z.string().min(1)),
      language: z.string().optional(),
    }),
  ),
});
