import { isolateIn } from '../../languages/isolating.ts';
import { versionLabel } from '../../release/channel.ts';
import type { Release } from '../../release/release.ts';
import type { Site } from '../../release/site.ts';
import { statusWord, takenBack } from './words.ts';
import { oneLine } from './one-line.ts';

/**
 * What a release is called where it stands among others: `Rider app 3.2.0: Pay with vouchers`. One that was taken back says so
 * first. Plain text.
 */
export function releaseName(release: Release, site: Site): string {
  const product =
    site.products.length > 1
      ? (site.products.find(({ id }) => id === release.product)?.name ?? release.product)
      : '';
  const version = versionLabel(release);
  const title = oneLine(release.title);
  const isTold = [product, version].filter(Boolean).join(' ') === title;
  const what = [product, version && isolateIn(site.locale, version)].filter(Boolean).join(' ');
  const name = what && !isTold ? `${what}: ${title}` : title;
  return takenBack.includes(release.status) ? `${statusWord(release.status, site)}: ${name}` : name;
}
