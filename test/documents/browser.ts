import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Page } from 'playwright-core';

/** Runs `use` with an empty page of a real browser: the parser whose reading of our output counts. */
export async function inBrowser<T>(use: (page: Page) => Promise<T>): Promise<T> {
  const browser = await playwright.launch({
    args: chromium.args,
    executablePath: await chromium.executablePath(),
    headless: true,
  });
  try {
    return await use(await browser.newPage());
  } finally {
    await browser.close();
  }
}
