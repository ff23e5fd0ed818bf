import { cutAround, markWords } from '../site/search-mark.ts';
import { decoded } from './decoded.ts';
import { make } from './search-elements.ts';
import { hitOf, viewMarked } from './search-view.ts';

export interface Passages {
  /** To be called whenever other results are shown. */
  renew: () => void;
}

/**
 * Where neither the title of a result nor the beginning of its text says what was found, shows the place that does: the index knows words, not
 * texts, so it is looked up on the page itself, once typing rests and the result is in sight.
 */
export function startPassages(results: HTMLElement): Passages {
  let rest: ReturnType<typeof setTimeout> | undefined;
  const inSight = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      inSight.unobserve(target);
      void showPassage(target as HTMLAnchorElement);
    }
  });
  return {
    renew() {
      clearTimeout(rest);
      inSight.disconnect();
      rest = setTimeout(() => {
        for (const link of results.querySelectorAll('.find-hit:not(:has(mark))')) inSight.observe(link);
      }, 250);
    },
  };
}

async function showPassage(link: HTMLAnchorElement): Promise<void> {
  const hit = hitOf.get(link);
  const excerpt = link.querySelector<HTMLElement>('.find-excerpt');
  // A badge is no text to mark, and may be what was found.
  if (!hit || !excerpt || isMarked(link.querySelector('.badge')?.textContent ?? '', hit.terms)) return;
  const page = await loadPage(link.pathname);
  const root = page?.getElementById(decoded(link.hash.slice(1)) || 'main');
  const block = root && blocksOf(root).find(({ text }) => isMarked(text, hit.terms));
  if (!block) return;
  const passage = cutAround(block.text, hit.terms);
  holdHeight(excerpt);
  excerpt.prepend(
    ' ',
    make('span', { lang: block.language }, ...viewMarked(passage, hit)),
    passage.endsWith('…') ? '' : ' …',
  );
}

function isMarked(text: string, terms: ReadonlySet<string>): boolean {
  return markWords(text, terms).some(({ marked }) => marked);
}

/** What is nearest to what a reader takes for a line or a paragraph. */
const BLOCKS = 'p, li, td, th, dt, dd, h2, h3, h4, pre, summary, figcaption, .tag';

function blocksOf(root: Element): { text: string; language: string }[] {
  for (const other of root.querySelectorAll('nav, header, .anchor, .visually-hidden')) other.remove();
  return [...root.querySelectorAll(BLOCKS)].map((block) => ({
    text: ownText(block).replace(/\s+/g, ' ').trim(),
    language: block.closest<HTMLElement>('[lang]')?.lang ?? '',
  }));
}

/** What a block says without the blocks in it, such as the list below a line of a list. */
function ownText(block: Element): string {
  return [...block.childNodes]
    .filter((node) => !(node instanceof Element && (node.matches(BLOCKS) || node.querySelector(BLOCKS))))
    .map((node) => node.textContent)
    .join('');
}

/** What stands below must not jump: the beginning of the text gives way. */
function holdHeight(excerpt: HTMLElement): void {
  const lines = Math.round(excerpt.offsetHeight / Number.parseFloat(getComputedStyle(excerpt).lineHeight));
  Object.assign(excerpt.style, {
    display: '-webkit-box',
    blockSize: `${excerpt.offsetHeight}px`,
    webkitBoxOrient: 'vertical',
    webkitLineClamp: String(lines),
  });
}

const pages = new Map<string, Promise<Document | undefined>>();

function loadPage(path: string): Promise<Document | undefined> {
  const known = pages.get(path);
  if (known) return known;
  const page = new Promise<Document | undefined>((resolve) => {
    // Unlike `DOMParser`, it makes a document under `require-trusted-types-for`.
    const request = new XMLHttpRequest();
    request.open('GET', path);
    request.responseType = 'document';
    request.onloadend = () =>
      resolve(request.status === 200 ? (request.responseXML ?? undefined) : undefined);
    request.send();
  });
  pages.set(path, page);
  return page;
}
