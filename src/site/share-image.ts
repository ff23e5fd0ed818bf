import { productImage, recordImage, shareImageText, siteImage } from '../documents/public/share-image.ts';
import { recordsWithShareImage } from '../documents/public/share-image-records.ts';
import { initiativeAddress } from '../release/address.ts';
import { addressOf, productAddress } from './addresses.ts';
import { changelogAddress } from './changelog-addresses.ts';
import type { Content } from './content.ts';
import { once } from './once.ts';

/** The picture that is shown where somebody shares a page, and what it says. */
export interface PageImage {
  address: string;
  alt: string;
  /** True of the page of one record. */
  isArticle: boolean;
}

/** A record's own picture; that of its product where it is older or the page is about the product; that of the site otherwise. */
export function getShareImage(content: Content, address: string): PageImage {
  const { site } = content;
  return imageAt(content).get(address)?.() ?? { address: siteImage, alt: site.name, isArticle: false };
}

/** Few of thousands of records are asked for after an edit, and most of this would be naming them. */
const imageAt = once((content: Content) => {
  const { site, releases, initiatives } = content;
  const own = recordsWithShareImage(content);
  const images = new Map<string, () => PageImage>();
  for (const { id, name } of site.products) {
    const image = () => ({ address: productImage(id), alt: `${site.name}: ${name}`, isArticle: false });
    images.set(changelogAddress({ kind: 'product', product: id }), image);
    images.set(productAddress(id), image);
  }
  const products = new Set(site.products.map(({ id }) => id));
  for (const release of releases) {
    const shared = products.has(release.product) ? productImage(release.product) : siteImage;
    images.set(addressOf(site, release), () => ({
      address: own.has(release.id) ? recordImage(release) : shared,
      alt: shareImageText(release, site),
      isArticle: true,
    }));
  }
  for (const initiative of initiatives) {
    images.set(initiativeAddress(initiative), () => ({
      address: own.has(initiative.id) ? recordImage(initiative) : siteImage,
      alt: shareImageText(initiative, site),
      isArticle: true,
    }));
  }
  return images;
});
