import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchBrowser } from './house/browser.ts';
import { readTree } from './house/files.ts';
import { serveFolder } from './house/static-server.ts';
import { findTemplates } from './house/templates.ts';

/**
 * A picture of each template in each mode, for a person to look at: `node test/screenshots.ts <site> <folder> [base]`. Of each
 * template the largest page is taken, because that is where something breaks.
 */
const [site = 'dist', out = 'screenshots', base = '/'] = process.argv.slice(2);

interface Mode {
  name: string;
  context: BrowserContextOptions;
  rtl?: true;
  print?: true;
}

const desktop = { width: 1280, height: 900 };
const modes: Mode[] = [
  { name: 'desktop', context: { viewport: desktop } },
  { name: 'dark', context: { viewport: desktop, colorScheme: 'dark' } },
  { name: 'tablet', context: { viewport: { width: 768, height: 1024 } } },
  { name: 'phone', context: { viewport: { width: 360, height: 740 } } },
  { name: 'zoom', context: { viewport: { width: 320, height: 256 } } },
  { name: 'rtl', context: { viewport: desktop }, rtl: true },
  { name: 'forced', context: { viewport: desktop, forcedColors: 'active' } },
  { name: 'print', context: { viewport: desktop }, print: true },
];

const tree = readTree(resolve(site));
const largest = findTemplates(tree);
mkdirSync(out, { recursive: true });
const server = await serveFolder(resolve(site), base);
const browser = await launchBrowser();
for (const mode of modes) await shoot(browser, mode);
await browser.close();
await server.close();
process.stdout.write(`${largest.length * modes.length} pictures in ${resolve(out)}\n`);

async function shoot(browser: Browser, { name, context, rtl, print }: Mode): Promise<void> {
  const opened = await browser.newContext(context);
  for (const template of largest) {
    const page = await opened.newPage();
    await page.goto(server.address + template.path);
    if (rtl) await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    const file = join(out, `${template.name}.${name}.${print ? 'pdf' : 'png'}`);
    if (print) writeFileSync(file, await page.pdf({ format: 'A4' }));
    else await page.screenshot({ path: file, fullPage: name !== 'zoom' });
    await page.close();
  }
  await opened.close();
}
