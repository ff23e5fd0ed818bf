import { initiativeAddress } from '../release/address.ts';
import { originalLocale } from '../release/language.ts';
import type { RoadmapChange, ToldChange } from '../release/plan-history.ts';
import type { Initiative, Release } from '../release/release.ts';
import { addressOf } from './addresses.ts';
import type { Content } from './content.ts';
import { groupBy, once } from './once.ts';

/** Days on which the roadmap changed, newest first; what has no page any more is left out. */
export const getRoadmapChanges = once((content: Content): { day: string; changes: ToldChange[] }[] => {
  const items = itemsOf(content);
  const newest = new Map(content.roadmapChanges.map((change) => [change.id, change]));
  const known = content.roadmapChanges.flatMap((change) => {
    const item = items.get(change.id);
    return item ? [tell(change, item, newest.get(change.id) === change, content)] : [];
  });
  const days = groupBy(known.toReversed(), ({ day }) => day);
  return [...days].map(([day, changes]) => ({ day, changes: changes.toReversed() }));
});

/** Where an item of the roadmap has its page now. */
export function addressOfItem(content: Content, id: string): string | undefined {
  const item = itemsOf(content).get(id);
  return item && ('status' in item ? addressOf(content.site, item) : initiativeAddress(item));
}

type Item = Release | Initiative;

const itemsOf = once(
  ({ initiatives, dropped, releases }: Content) =>
    new Map<string, Item>([...releases, ...initiatives, ...dropped].map((item) => [item.id, item])),
);

/** The reason that holds today is told by the item, which may be translated; older ones are told as they were. */
function tell(
  change: RoadmapChange,
  item: Item,
  isNewest: boolean,
  { site, ownLocales }: Content,
): ToldChange {
  const { title, locale } = item;
  const original = ownLocales.get(item.id) ?? originalLocale(site);
  const part = 'status' in item ? 'reason' : 'dropped';
  const now = 'status' in item ? item.reason : item.dropped;
  if (!isNewest || !change.reason || !now || item.untranslated?.includes(part))
    return { ...change, title, locale, reasonLocale: original };
  return { ...change, title, locale, reason: now, reasonLocale: locale };
}
