import type { Release } from '../release/release.ts';
import { addressOf } from './addresses.ts';
import type { Content } from './content.ts';
import { once } from './once.ts';
import { getOwnUrl, getPageLanguages, type PageLanguage } from './page-languages.ts';
import { getShareImage, type PageImage } from './share-image.ts';

/** What the head of a page rests on besides the settings of the site. */
export interface PageHead {
  image: PageImage;
  /** The release that the page is about. */
  release?: Release;
  /** What it lists. */
  listed?: readonly Release[];
  /** The same page in the languages that it is written in; none where that is one, or where the page is one of many views. */
  languages: readonly PageLanguage[];
  /** Where the page belongs that is shown here because it is not translated. */
  own?: string;
}

/**
 * @param canonical the address that the page is shared under, where it is another
 * @param listed the releases that it lists, the first of which search engines are told
 */
export function getPageHead(
  content: Content,
  address: string,
  { canonical = address, listed }: { canonical?: string | undefined; listed?: readonly Release[] } = {},
): PageHead {
  const release = releaseAt(content).get(address);
  const own = getOwnUrl(content, canonical);
  const isItself = canonical === address && !own;
  return {
    image: getShareImage(content, canonical),
    languages: isItself ? getPageLanguages(content, address) : [],
    ...(own && { own }),
    ...(release && { release }),
    ...(listed && { listed: listed.slice(0, MOST_LISTED) }),
  };
}

/** A list that is longer tells a search engine nothing that the pages themselves do not. */
const MOST_LISTED = 50;

const releaseAt = once(
  ({ site, releases }: Content) => new Map(releases.map((release) => [addressOf(site, release), release])),
);
