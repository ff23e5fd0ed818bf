import type { Page } from 'playwright-core';

/** Words that are the same in every language: those of machines, and names. */
const EVERYWHERE = /^(?:RSS|Atom|JSON|Markdown|JavaScript|GMT|Europe|Berlin|Esc|Bonsoft)$/;

export interface MarkedPage {
  path: string;
  html: string;
}

/**
 * Texts that are not said to be in the language that they are in (WCAG 3.1.2), on pages of a site in a script other than Latin whose records are in
 * German. Both ways: what is German has to say so, and the words of the site must not be called German.
 * @param script what only the language of the site is written with
 */
export async function findUnmarked(
  page: Page,
  pages: readonly MarkedPage[],
  locale: string,
  script: RegExp,
): Promise<string[]> {
  return page.evaluate(
    ([all, own, letters, same]) => {
      const ownLetters = new RegExp(letters, 'u');
      const latin = /\p{Script=Latin}{3,}/gu;
      const everywhere = new RegExp(same);
      return all.flatMap(({ path, html }) => {
        const parsed = new DOMParser().parseFromString(html, 'text/html');
        for (const element of parsed.querySelectorAll('script, style, code')) element.remove();
        const walker = parsed.createTreeWalker(parsed.body, NodeFilter.SHOW_TEXT);
        const faults: string[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const text = (node.textContent ?? '').trim().replace(/https?:\S+/g, '');
          const said = node.parentElement?.closest('[lang]')?.getAttribute('lang');
          const words = (text.match(latin) ?? []).filter((word) => !everywhere.test(word));
          const isForeign = words.length > 0 && said === own;
          const isOwn = ownLetters.test(text) && said !== own;
          if (isForeign || isOwn) faults.push(`${path}: “${text.slice(0, 80)}” is said to be ${said}`);
        }
        return faults;
      });
    },
    [pages, locale, script.source, EVERYWHERE.source] as const,
  );
}
