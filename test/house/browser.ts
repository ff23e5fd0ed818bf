import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/**
 * A real Chromium: the one from the package where it runs (Linux on x64), else the Chrome that is installed.
 * @param more arguments, for a Chromium with other abilities
 */
export async function launchBrowser(more: string[] = []): Promise<Browser> {
  const args = [...ARGUMENTS, ...more];
  if (process.platform === 'linux' && process.arch === 'x64') {
    return playwright.launch({ args, executablePath: await chromium.executablePath() });
  }
  const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
  return playwright.launch(
    installed ? { args: more, executablePath: installed } : { args: more, channel: 'chrome' },
  );
}

// Not the package's own arguments: those are for functions in a cloud, and one process for all pages dies with the first page.
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
];
