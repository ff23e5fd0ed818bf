import {
  describeListJsonLd,
  describePageJsonLd,
  describeReleaseJsonLd,
  type JsonLdPage,
} from '../documents/public/json-ld.ts';
import type { Site } from '../release/site.ts';
import { productAddress } from './addresses.ts';
import type { PageHead } from './page-head.ts';
import { getProduct, hasSeveralProducts } from './products.ts';
import { strings } from './strings.ts';

/** What the head of a page says to programs. */
export interface MachineLinks {
  jsonLd: string;
  /** The same in other forms. */
  alternates: { type: string; title: string; address: string }[];
}

export function getMachineLinks(
  site: Site,
  page: { title?: string; description?: string; address: string },
  { image, release, listed }: PageHead,
): MachineLinks {
  const { address, description } = page;
  const title = page.title ?? site.name;
  const trail = address === '/' ? [] : [{ title: site.name, address: '/' }, ...trailTo(site, address)];
  const about: JsonLdPage = { title, description, address, trail };
  const calendar = { type: 'text/calendar', title: strings.calendar, address: '/calendar.ics' };

  if (release) {
    const twins = [
      { type: 'text/markdown', title: strings.markdown, address: `${address}index.md` },
      { type: 'application/json', title: strings.json, address: `${address.slice(0, -1)}.json` },
    ];
    return {
      jsonLd: describeReleaseJsonLd({ ...about, image: image.address }, release, site),
      alternates: twins,
    };
  }
  const alternates = address === '/maintenance/' || address === '/roadmap/' ? [calendar] : [];
  if (!listed) return { jsonLd: describePageJsonLd(about, site), alternates };
  return { jsonLd: describeListJsonLd(about, listed, site), alternates };
}

function trailTo(site: Site, address: string): JsonLdPage['trail'] {
  const [, room, name, last] = address.split('/');
  if (room === 'changelog' && name) return [{ title: strings.changelog, address: '/changelog/' }];
  if (room === 'roadmap' && name) return [{ title: strings.roadmap, address: '/roadmap/' }];
  if (room !== 'releases' || !name) return [];
  const releases = { title: strings.releases, address: '/releases/' };
  if (!last || !hasSeveralProducts(site)) return [releases];
  return [releases, { title: getProduct(site, name).name, address: productAddress(name) }];
}
