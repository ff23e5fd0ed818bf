import type { Page } from 'playwright-core';

/** How much has moved on a page while it loaded (CLS). Asked for before the page is opened, it is told by `shiftOf`. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept = globalThis as unknown as { shift: number };
    kept.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        kept.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Waits for two frames, in which what moves has been told. */
export function shiftOf(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 2; frame++) await new Promise((done) => requestAnimationFrame(done));
    return (globalThis as unknown as { shift: number }).shift;
  });
}

/** By how many pixels a page is wider than its window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Texts that are cut off, and overflow, where a reader sets them as WCAG 1.4.12 says; the page is left as it was. */
export function findCutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const spaced = new CSSStyleSheet();
    spaced.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    );
    document.adoptedStyleSheets.push(spaced);
    const cut = [...document.querySelectorAll<HTMLElement>('body *')].filter((each) => {
      const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(each);
      const isHidden = each.closest('.visually-hidden, .skip') || each.clientWidth < 2;
      const clipsX = overflowX === 'hidden' || overflowX === 'clip';
      const clipsY = overflowY === 'hidden' || overflowY === 'clip';
      // Three dots say that there is more, and the link leads to it.
      if (isHidden || textOverflow === 'ellipsis' || webkitLineClamp !== 'none') return false;
      return (
        (clipsX && each.scrollWidth > each.clientWidth + 1) ||
        (clipsY && each.scrollHeight > each.clientHeight + 1)
      );
    });
    const found = cut.map((each) => each.outerHTML.slice(0, 120));
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth)
      found.push(`${root.scrollWidth - root.clientWidth} pixels too wide`);
    document.adoptedStyleSheets.pop();
    return found;
  });
}

/** Links, headings and marks that begin or end with a space that a reader sees: as a line under nothing, or a gap. */
export function findLooseSpaces(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    return [...document.querySelectorAll('a, code, h1, h2, h3, h4, .tag, .badge')].flatMap((each) => {
      const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      const first = texts[0];
      const last = texts.at(-1);
      if (!first || !last) return [];
      const isLoose = isSpace(first, 0) || isSpace(last, last.length - 1);
      return isLoose ? [each.outerHTML.slice(0, 120)] : [];
    });

    function isSpace(text: Text, at: number): boolean {
      if (!/\s/.test(text.data.charAt(at))) return false;
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return range.getBoundingClientRect().width > 0;
    }
  });
}

/** Goes from one Tab stop to the next: stops whose focus nobody sees, or that something else covers. */
export async function findLostFocus(page: Page): Promise<string[]> {
  // From here on, focus is shown as for a keyboard.
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const stops = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, summary, [tabindex="0"]',
      ),
    ].filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.matches(':disabled'));
    return stops.flatMap((stop) => {
      stop.focus();
      if (document.activeElement !== stop) return [];
      const name = stop.outerHTML.slice(0, 120);
      return [
        ...(isShown(stop) ? [] : [`not seen: ${name}`]),
        ...(isCovered(stop) ? [`covered: ${name}`] : []),
      ];
    });

    /** An outline or a shadow, of the stop or of the frame that it fills. */
    function isShown(stop: Element): boolean {
      for (
        let each: Element | null = stop, depth = 0;
        each && depth < 3;
        each = each.parentElement, depth++
      ) {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
        if (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) return true;
        // Where a whole card is the link, its frame is drawn after it.
        if (depth === 0 && getComputedStyle(each, '::after').outlineStyle !== 'none') return true;
        if (depth > 0 && boxShadow.includes('inset')) return true;
      }
      return false;
    }

    /** What a browser has scrolled into view by a few pixels only, in a row that scrolls, can still be seen. */
    function isCovered(stop: Element): boolean {
      const [box] = stop.getClientRects();
      if (!box || box.width === 0) return false;
      const middle = box.y + Math.min(box.height / 2, 12);
      const points = [0, 0.25, 0.5, 0.75, 1].map(
        (part) => [box.x + 1 + part * (box.width - 2), middle] as const,
      );
      return !points.some(([x, y]) => {
        const at = document.elementFromPoint(x, y);
        return at !== null && (stop.contains(at) || at.closest('label')?.contains(stop));
      });
    }
  });
}

/** Elements that move or fade although the reader has asked for none of it. */
export function findMotion(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((each) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(each);
        return (
          !/^0s(?:, 0s)*$/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth'
        );
      })
      .map((each) => each.outerHTML.slice(0, 120)),
  );
}

/**
 * Words that are not in the order in which they are read: versions such as `2.0.0-rc.1`, and texts of one script, of which the first sign must stand
 * left of the last one, or right of it where the script runs from right to left.
 */
export function findTurned(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const rightToLeft = /[\u0590-\u08FF]/;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const turned: string[] = [];
    for (let text: Text | null; (text = walker.nextNode() as Text | null);) {
      const { data, parentElement: parent } = text;
      if (!parent || parent.closest('.visually-hidden, script, style, option')) continue;
      for (const version of data.matchAll(/\d+\.\d[\w.+-]*[a-z][\w.+-]*\w/gi))
        look(text, version.index, version.index + version[0].length - 1, 'right');
      const whole = parent.closest('p, li, h1, h2, h3, h4, td, dd, a')?.textContent ?? data;
      const isRightToLeft = rightToLeft.test(whole);
      if (isRightToLeft === /[a-z]/i.test(whole)) continue;
      // Numbers alone run from left to right everywhere.
      if (!/\p{L}/u.test(data)) continue;
      look(text, data.search(/\S/), data.trimEnd().length - 1, isRightToLeft ? 'left' : 'right');
    }
    return turned;

    function look(text: Text, first: number, last: number, way: 'left' | 'right'): void {
      const [from, to] = [boxOf(text, first), boxOf(text, last)];
      if (!from?.width || !to?.width || Math.abs(from.top - to.top) > 3) return;
      if (way === 'right' ? from.left > to.left : from.left < to.left)
        turned.push(`${text.parentElement?.outerHTML.slice(0, 80)}: ${text.data.slice(first, last + 1)}`);
    }

    function boxOf(text: Text, at: number): DOMRect | undefined {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return range.getClientRects()[0];
    }
  });
}
