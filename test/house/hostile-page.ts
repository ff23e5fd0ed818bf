import type { Browser, Page } from 'playwright-core';

/** Where a hostile site says that it stands. */
export const HOSTILE_SITE = 'https://updates.kiosk.example.com/';

/** A page on which whatever runs says so: payloads call `fired`, and others’ collections call `alert`. */
export async function openWatchedPage(
  browser: Browser,
  origin: string,
  bypassCSP: boolean,
): Promise<{ page: Page; said: string[] }> {
  const own = [origin, HOSTILE_SITE];
  const page = await (await browser.newContext({ bypassCSP })).newPage();
  const said: string[] = [];
  await page.exposeFunction('tell', (text: string) => void said.push(text));
  await page.addInitScript(() => {
    const scope = globalThis as unknown as Record<string, unknown>;
    for (const name of ['fired', 'alert', 'confirm', 'prompt']) {
      scope[name] = () => (scope['tell'] as (text: string) => void)(`${name} on ${location.href}`);
    }
    addEventListener('securitypolicyviolation', (event) => {
      (scope['tell'] as (text: string) => void)(`policy: ${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  // Some of the texts show pictures of the site, as they may, that are not there.
  await page.route(
    (url) => url.pathname.endsWith('.png'),
    (route) => route.fulfill({ contentType: 'image/png', body: '' }),
  );
  page.on('pageerror', (error) => said.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => said.push(`${page.url()}: ${message.text()}`));
  page.on('request', (request) => {
    if (!own.some((each) => request.url().startsWith(each))) said.push(`${page.url()} asks ${request.url()}`);
  });
  return { page, said };
}

/** What an element of the page must not be, and must not lead to. */
export function findDangers({
  ownScript,
  hasFormulas = false,
}: {
  ownScript: string;
  hasFormulas?: boolean;
}): string[] {
  const dangers: string[] = [];
  for (const each of document.querySelectorAll('*')) {
    for (const { name, value } of each.attributes) {
      if (name.startsWith('on')) dangers.push(`${each.localName} ${name}`);
      if (/^(?:href|src|action|formaction|data|poster|xlink:href)$/.test(name)) {
        const { protocol } = new URL(value, location.href);
        if (!/^(?:https?|mailto):$/.test(protocol)) dangers.push(`${each.localName} ${name}=${value}`);
      }
      // Search holds the height of what it finds a place for.
      const isOwnStyle = name === 'style' && each.matches('.find-excerpt');
      if ((name === 'style' && !isOwnStyle) || name === 'srcdoc') dangers.push(`${each.localName} ${name}`);
    }
    if (
      each instanceof HTMLAnchorElement &&
      /^https?:$/.test(each.protocol) &&
      each.origin !== location.origin
    ) {
      const isOwn = each.hostname === 'updates.kiosk.example.com';
      if (!isOwn && !each.relList.contains('noopener')) dangers.push(`${each.href} without noopener`);
    }
    if (/^(?:iframe|object|embed|base|frameset|applet|marquee|audio|style)$/.test(each.localName))
      dangers.push(each.localName);
    if (each.localName === 'math' && !hasFormulas) dangers.push('math');
    if (each.localName === 'meta' && each.getAttribute('http-equiv') === 'refresh') dangers.push('refresh');
    const isOwn = each.textContent === ownScript || each.getAttribute('type') === 'application/ld+json';
    if (each instanceof HTMLScriptElement && !each.src && !isOwn) dangers.push('script');
  }
  for (const each of document.querySelectorAll<HTMLElement>('a, input, button, summary, [tabindex]'))
    each.focus();
  return [...new Set(dangers)];
}
