import type { Release } from '../release/release.ts';
import { addressOf } from './addresses.ts';
import { getChangelogPages } from './changelog.ts';
import type { Content } from './content.ts';
import { once } from './once.ts';
import { getOwnUrl, getPageLanguages, type PageLanguage } from './page-languages.ts';
import { getReleaseLists } from './release-index.ts';
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

/** @param canonical the address that the page is shared under, where it is another */
export function getPageHead(content: Content, address: string, canonical = address): PageHead {
  const release = releaseAt(content).get(address);
  const own = getOwnUrl(content, canonical);
  const isItself = canonical === address && !own;
  const listed =
    !release && LISTS.test(address) ? listAt(content).get(address)?.slice(0, MOST_LISTED) : undefined;
  return {
    image: getShareImage(content, canonical),
    languages: isItself ? getPageLanguages(content, address) : [],
    ...(own && { own }),
    ...(release && { release }),
    ...(listed && { listed }),
  };
}

/** A list that is longer tells a search engine nothing that the pages themselves do not. */
const MOST_LISTED = 50;

/** Where there are lists at all: to work them out is dear. */
const LISTS = /^\/(?:changelog|releases|roadmap)\//;

const releaseAt = once(
  ({ site, releases }: Content) => new Map(releases.map((release) => [addressOf(site, release), release])),
);

const listAt = once((content: Content) => {
  const { shipped, upcoming } = content;
  const lists = new Map<string, readonly Release[]>([
    ['/roadmap/', upcoming],
    ['/releases/', shipped],
    ...getReleaseLists(content).map(({ address, shown }): [string, Release[]] => [
      address,
      shown.parts.flatMap(({ releases }) => releases),
    ]),
  ]);
  for (const { address, months } of getChangelogPages(content)) {
    lists.set(
      address,
      months.flatMap(({ entries }) => entries.map(({ release }) => release)),
    );
  }
  return lists;
});
