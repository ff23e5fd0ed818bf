import type { IndexedRelease } from '../site/compare-file.ts';
import { loadPage } from './load-page.ts';

/** The texts of a release as its page has them: nothing is written or rendered twice. */
export interface ReleaseTexts {
  /** The steps before an upgrade. */
  steps: Node[];
  /** A change by its place: its title, what stands below it, and its anchor. */
  changeAt: (place: number) => ChangeTexts | undefined;
}

export interface ChangeTexts {
  id: string;
  title: Node[];
  body: Node[];
}

/** @param base where the site begins, with a slash at its end */
export async function loadTexts(base: string, { address }: IndexedRelease): Promise<ReleaseTexts> {
  const page = await loadPage(base + address.slice(1));
  // Known issues stand behind the changes, so that places are not disturbed.
  const changes = [...page.querySelectorAll('.release-main .change')];
  const steps = [...page.querySelectorAll('.upgrade .steps > li > div')];
  return {
    steps: steps.map((step) => document.importNode(step, true)),
    changeAt: (place) => {
      const change = changes[place];
      const title = change?.querySelector('.change-title > :is(h3, p)');
      if (!change || !title) return undefined;
      return {
        id: change.id,
        title: [...title.childNodes].map((node) => document.importNode(node, true)),
        body: [...change.children]
          .filter((part) => !part.matches('.change-title'))
          .map((part) => document.importNode(part, true)),
      };
    },
  };
}
