import {
  describeListJsonLd,
  describePageJsonLd,
  describeReleaseJsonLd,
  type JsonLdPage,
} from '../documents/public/json-ld.ts';
import type { Release } from '../release/release.ts';
import { addressOf, productAddress } from './addresses.ts';
import { getChangelogPages } from './changelog.ts';
import type { Content } from './content.ts';
import { groupBy, once } from './once.ts';
import { getProduct, hasSeveralProducts } from './products.ts';
import { getShareImage } from './share-image.ts';
import { strings } from './strings.ts';

/** What the head of a page says to programs. */
export interface MachineLinks {
  jsonLd: string;
  /** The same in other forms. */
  alternates: { type: string; title: string; address: string }[];
}

/** A list that is longer tells a search engine nothing that the pages themselves do not. */
const MOST_LISTED = 50;

export function getMachineLinks(
  content: Content,
  page: { title?: string; description?: string; address: string },
): MachineLinks {
  const { site } = content;
  const { address, description } = page;
  const title = page.title ?? site.name;
  const trail = address === '/' ? [] : [{ title: site.name, address: '/' }, ...trailTo(content, address)];
  const about: JsonLdPage = { title, description, address, trail };
  const calendar = { type: 'text/calendar', title: strings.calendar, address: '/calendar.ics' };

  const release = releaseAt(content).get(address);
  if (release) {
    const twins = [
      { type: 'text/markdown', title: strings.markdown, address: `${address}index.md` },
      { type: 'application/json', title: strings.json, address: `${address.slice(0, -1)}.json` },
    ];
    const image = getShareImage(content, address).address;
    return { jsonLd: describeReleaseJsonLd({ ...about, image }, release, site), alternates: twins };
  }
  const listed = listAt(content).get(address);
  const alternates = address === '/maintenance/' || address === '/roadmap/' ? [calendar] : [];
  if (!listed) return { jsonLd: describePageJsonLd(about, site), alternates };
  return { jsonLd: describeListJsonLd(about, listed.slice(0, MOST_LISTED), site), alternates };
}

function trailTo({ site }: Content, address: string): JsonLdPage['trail'] {
  const [, room, name, last] = address.split('/');
  if (room === 'changelog' && name) return [{ title: strings.changelog, address: '/changelog/' }];
  if (room === 'roadmap' && name) return [{ title: strings.roadmap, address: '/roadmap/' }];
  if (room !== 'releases' || !name) return [];
  const releases = { title: strings.releases, address: '/releases/' };
  if (!last || !hasSeveralProducts(site)) return [releases];
  return [releases, { title: getProduct(site, name).name, address: productAddress(name) }];
}

const releaseAt = once(
  ({ site, releases }: Content) => new Map(releases.map((release) => [addressOf(site, release), release])),
);

const listAt = once((content: Content) => {
  const { site, shipped, upcoming } = content;
  const lists = new Map<string, readonly Release[]>([
    ['/releases/', shipped],
    ['/roadmap/', upcoming],
  ]);
  for (const { address, months } of getChangelogPages(content)) {
    lists.set(
      address,
      months.flatMap(({ entries }) => entries.map(({ release }) => release)),
    );
  }
  if (hasSeveralProducts(site)) {
    for (const [product, own] of groupBy(shipped, ({ product }) => product))
      lists.set(productAddress(product), own);
  }
  return lists;
});
