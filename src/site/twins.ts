import type { Release } from '../release/release.ts';
import { addressOf } from './addresses.ts';
import type { Content } from './content.ts';
import { loadOutlines } from './load.ts';
import { once } from './once.ts';

/** A path for every page of a release, for the files that say the same in another form. Each form is handed the same. */
export async function getReleasePaths(): Promise<{ params: { address: string }; props: ReleaseProps }[]> {
  const content = await loadOutlines();
  return releaseProps(content).map((props) => ({
    params: { address: addressOf(content.site, props.release).replace(/^\/|\/$/g, '') },
    props,
  }));
}

// A type, because props of paths are.
type ReleaseProps = { release: Release };

const releaseProps = once(({ releases }: Content): ReleaseProps[] =>
  releases.map((release) => ({ release })),
);
