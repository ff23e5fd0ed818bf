import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/**
 * A real Chromium: the one from the package where it runs (Linux on x64), else the Chrome that is installed.
 * @param more arguments, for a Chromium with other abilities
 */
export async function launchBrowser(more: string[] = []): Promise<Browser> {
  const args = [...ARGUMENTS, ...more];
  if (process.platform === 'linux' && process.arch === 'x64') {
    return playwright.launch({ args, executablePath: await unpackedChromium() });
  }
  const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
  return playwright.launch(
    installed ? { args: more, executablePath: installed } : { args: more, channel: 'chrome' },
  );
}

const UNPACKED = fileURLToPath(new URL('../../node_modules/.cache/chromium', import.meta.url));

/**
 * Tests begin beside each other, and the package takes whatever lies in the temporary folder for whole: it unpacks into a folder of this
 * process, which gets its name when all of it is there.
 */
async function unpackedChromium(): Promise<string> {
  const program = path.join(UNPACKED, 'chromium');
  if (existsSync(program)) return program;
  await mkdir(path.dirname(UNPACKED), { recursive: true });
  const own = await mkdtemp(`${UNPACKED}-`);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = own;
  try {
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  await rename(own, UNPACKED).catch(async (error: unknown) => {
    await rm(own, { recursive: true });
    if (!existsSync(program)) throw error;
  });
  return program;
}

// Not the package's own arguments: those are for functions in a cloud, and one process for all pages dies with the first page.
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
];
