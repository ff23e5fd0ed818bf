import { foreignText } from '../../release/language.ts';
import type { RoadmapChange, RoadmapEvent, ToldChange } from '../../release/plan-history.ts';
import type { Site } from '../../release/site.ts';
import type { Horizon } from '../../release/vocabulary.ts';
import { commentOn, type Feed, type FeedEntry } from './feed.ts';
import { newestOf, splitArchives } from './feed-archives.ts';
import { feedMoment } from './feed-moment.ts';
import { renderOutlineHtml } from './outline-html.ts';
import { escapeMarkdown, texts } from './outline.ts';
import { renderExcerpt } from './plain-text.ts';
import { printable } from './printable.ts';
import { iconImage } from './share-image.ts';
import { siteUrl } from './site-url.ts';
import { elsewhere } from './text-address.ts';
import { tagUri } from './tag-uri.ts';

/** What a change of the roadmap is called. */
export interface RoadmapWords {
  title: string;
  lead: string;
  what: Record<RoadmapEvent, string>;
  horizons: Record<Horizon, string>;
  to: (horizon: string) => string;
  fromTo: (from: string, to: string) => string;
}

/**
 * The newest changes of the roadmap as a feed, or those of one of its archives.
 * @param changes oldest first
 * @param addressOf where an item of the roadmap has its page
 * @param archive the oldest is 1
 */
export function describeRoadmapFeed(
  changes: readonly ToldChange[],
  site: Site,
  words: RoadmapWords,
  addressOf: (id: string) => string,
  archive?: number,
): Feed {
  const seen = new Map<string, number>();
  const all = changes.map((change): FeedEntry => {
    const key = `${change.id}:${change.day}:${change.what}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    const url = siteUrl(site, addressOf(change.id));
    const moment = feedMoment(change.day, site.timezone);
    const facts = [describeMove(change, words), change.reason].filter(Boolean).join('. ');
    return {
      id: tagUri(site, [
        'roadmap',
        change.id,
        change.day,
        change.what,
        ...(count > 1 ? [String(count)] : []),
      ]),
      title: printable(`${words.what[change.what]}: ${change.title}`),
      url,
      published: moment,
      updated: moment,
      summary: renderExcerpt(facts, 400),
      html: renderOutlineHtml(
        {
          notices: [],
          lead: texts(escapeMarkdown(describeMove(change, words) || words.what[change.what])).concat(
            texts(change.reason, undefined, foreignText(site, { locale: change.reasonLocale })),
          ),
          sections: [],
        },
        { level: 2, ...elsewhere(site, url), locale: site.locale },
      ),
      categories: [words.what[change.what]],
      language: foreignText(site, change),
      summaryLanguage: undefined,
    };
  });
  const newestFirst = all.toReversed();
  const entries = archive ? (splitArchives(newestFirst)[archive - 1] ?? []) : newestOf(newestFirst);
  return {
    id: tagUri(site, ['feed', 'roadmap']),
    title: printable(`${site.name}: ${words.title}`),
    subtitle: printable(words.lead),
    comment: commentOn(site),
    author: printable(site.name),
    language: site.locale,
    updated: entries[0]?.published,
    page: siteUrl(site, '/roadmap/changes/'),
    icon: siteUrl(site.original ?? site, iconImage),
    entries,
  };
}

/** `from Next to Now`, `under Later`, or nothing. */
export function describeMove({ from, to }: RoadmapChange, words: RoadmapWords): string {
  if (from && to) return words.fromTo(words.horizons[from], words.horizons[to]);
  return to ? words.to(words.horizons[to]) : '';
}
