import { copyText } from './copy.ts';

/** `j` and `k` walk, `o` opens, `y` copies the link, `c` compares, `t` changes the theme, `?` tells all this. */
export function actOn(key: string): void {
  actions[key]?.();
}

/** What `j` and `k` walk through: the entries of lists, and the changes of a release. */
const STOPS =
  '.entry h3 > a, .row-title > a, .card h3 > a, .home h3 > a, .find-hit, .find-browse li > a, .change .anchor';

const actions: Record<string, () => void> = {
  j: () => walk(1),
  k: () => walk(-1),
  o: () => current()?.click(),
  y: () => {
    const permalink =
      current()?.href ?? document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
    if (permalink && navigator.clipboard) void copyText(new URL(permalink, location.href).href);
  },
  c: () => {
    const own = document.querySelector<HTMLAnchorElement>('main a[href*="/compare/"]')?.href;
    location.href = own ?? `${document.documentElement.dataset.base ?? '/'}compare/`;
  },
  t: () => document.querySelector<HTMLElement>('[data-theme-toggle]')?.click(),
  '?': () => void import('./keys-help.ts').then(({ openHelp }) => openHelp()),
};

function current(): HTMLAnchorElement | undefined {
  return stops().find((stop) => stop === document.activeElement);
}

function stops(): HTMLAnchorElement[] {
  const main = document.querySelector('main');
  return [...(main?.querySelectorAll<HTMLAnchorElement>(STOPS) ?? [])].filter((stop) =>
    stop.checkVisibility(),
  );
}

/** From where the focus is; from the top of what is seen where it is on no entry. */
function walk(step: 1 | -1): void {
  const all = stops();
  const focused = document.activeElement;
  const place = all.findIndex((stop) => stop === focused);
  const isIn = focused instanceof HTMLElement && document.querySelector('main')?.contains(focused);
  const isNext = (stop: HTMLElement) =>
    isIn
      ? Boolean(focused.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING)
      : stop.getBoundingClientRect().top >= 0;
  const next = all.findIndex(isNext);
  const goal = place >= 0 ? place + step : next < 0 ? all.length - 1 : step > 0 ? next : next - 1;
  const stop = all[goal];
  stop?.focus({ preventScroll: true });
  // The whole entry, to be read; of one that is taller than the window, the link.
  stop?.closest('article, li')?.scrollIntoView({ block: 'nearest' });
  stop?.scrollIntoView({ block: 'nearest' });
}
