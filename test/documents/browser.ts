import type { Page } from 'playwright-core';
import { launchBrowser } from '../house/browser.ts';

/** Runs `use` with an empty page of a real browser: the parser whose reading of our output counts. */
export async function inBrowser<T>(use: (page: Page) => Promise<T>): Promise<T> {
  const browser = await launchBrowser();
  try {
    return await use(await browser.newPage());
  } finally {
    await browser.close();
  }
}
