import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderMark } from '../src/documents/public/mark.ts';
import { describeShareImages, iconImage, type ShareImage } from '../src/documents/public/share-image.ts';
import type { ShareRecords } from '../src/documents/public/share-image-records.ts';
import type { Site } from '../src/release/site.ts';
import { isRunning } from '../src/sources/holder.ts';
import { Problem } from '../src/sources/problem.ts';
import { makeFolder } from './folders.ts';
import { keptCode } from './kept-code.ts';
import { projectFolder } from './project-folder.ts';
import type { DrawJob, DrawJobs } from './share-images/draw.ts';
import {
  digestOfFaces,
  drawable,
  type Face,
  facesFor,
  familyOf,
  readFaces,
  writeFonts,
} from './share-images/fonts.ts';

/** Pictures of a site by their addresses, as files. */
export type ShareImages = Map<string, string>;

/**
 * Draws the pictures of a site that are not drawn yet. They are kept by what is on them, so an edit draws one.
 * @param languages what the site shows in each of its languages
 * @returns those of each
 * @throws {Problem} where they cannot be drawn
 */
export async function drawShareImages(
  { look }: Pick<Site, 'look'>,
  languages: readonly ShareRecords[],
  { faces = readFaces(), cache = KEPT, fonts = join(cache, 'fonts') } = {},
): Promise<ShareImages[]> {
  const logo = readLogo(look.logo) ?? Buffer.from(renderMark(look.hue));
  const style = digest(
    ...['layout.ts', 'canvas.ts', 'draw.ts'].map((name) =>
      readFileSync(new URL(`share-images/${name}`, import.meta.url)),
    ),
    // With its version goes that of everything that it draws with.
    readFileSync(join(projectFolder, 'node_modules', 'sharp', 'package.json')),
    digestOfFaces(faces),
    logo,
  );
  makeFolder(cache);
  const jobs = new Map<string, DrawJob>();
  const place = (drawing?: DrawJob['drawing']): string => {
    const file = join(cache, `${digest(style, JSON.stringify(drawing ?? 'icon'))}.png`);
    if (!existsSync(file)) jobs.set(file, { file, ...(drawing && { drawing }) });
    return file;
  };
  const images = languages.map(
    (records): ShareImages =>
      new Map([
        [iconImage, place()],
        ...describeShareImages(records).map(({ address, ...image }): [string, string] => [
          address,
          place(describeDrawing(image, faces)),
        ]),
      ]),
  );
  if (jobs.size > 0)
    await draw({ logo: logo.toString('base64'), jobs: [...jobs.values()] }, { faces, cache, fonts });
  prune(cache, new Set(images.flatMap((own) => [...own.values()])));
  return images;
}

function describeDrawing(
  image: Omit<ShareImage, 'address'>,
  faces: readonly Face[],
): NonNullable<DrawJob['drawing']> {
  const { site, title, product, version, kinds, when, ...look } = image;
  const keep = (text: string | undefined) => (text && drawable(text, faces)) || undefined;
  return {
    ...look,
    site: keep(site),
    title: keep(title),
    product: keep(product),
    version: keep(version),
    kinds: kinds.flatMap((kind) => keep(kind) ?? []),
    when: keep(when),
    titleFamilies: orderFaces(faces, look.language, look.face),
    families: orderFaces(faces, look.language, 'sans'),
  };
}

/**
 * Families in the order in which they are asked for a character: the wanted face, the one of the language, the others. Chinese, Japanese and
 * Korean share characters that each writes in its own way.
 */
function orderFaces(faces: readonly Face[], language: string, face: ShareImage['face']): string[] {
  const { language: code, script } = new Intl.Locale(language).maximize();
  const own = { ja: 'jp', ko: 'kr', zh: script === 'Hant' ? 'tc' : 'sc' }[code];
  const rank = ({ id }: Face) => {
    if (id === (face === 'serif' ? 'source-serif-4' : 'noto-sans')) return 0;
    if (own && id.endsWith(`-${own}`)) return 1;
    return id.includes('serif') === (face === 'serif') ? 2 : 3;
  };
  return faces.toSorted((a, b) => rank(a) - rank(b)).map(({ id }) => familyOf(id));
}

async function draw(
  work: DrawJobs,
  { faces, cache, fonts }: { faces: readonly Face[]; cache: string; fonts: string },
): Promise<void> {
  const list = join(cache, `jobs.${process.pid}.json`);
  try {
    const text = JSON.stringify(work);
    const settings = await writeFonts(facesFor(text, faces), fonts);
    writeFileSync(list, text);
    const { code, output } = await run(list, settings);
    if (code !== 0) throw new Error(output.trim().split('\n').slice(0, 5).join('\n'));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Problem(`The pictures for shared links could not be drawn: ${reason}`, {
      hint: 'Run `npm install` again: the fonts and the library that draws them come with it.',
      cause,
    });
  } finally {
    rmSync(list, { force: true });
  }
}

function run(list: string, fonts: string): Promise<{ code: number; output: string }> {
  const { PATH, HOME, TMPDIR, TEMP, TMP, SystemRoot } = process.env;
  const env = {
    PATH,
    HOME,
    TMPDIR,
    TEMP,
    TMP,
    SystemRoot,
    FONTCONFIG_FILE: fonts,
    PANGOCAIRO_BACKEND: 'fontconfig',
    ...keptCode(),
  };
  return new Promise((done) => {
    const entry = join(import.meta.dirname, 'share-images', 'draw.ts');
    const child = spawn(process.execPath, [entry, list], { env });
    let output = '';
    child.stdout.on('data', (data) => (output += String(data)));
    child.stderr.on('data', (data) => (output += String(data)));
    child.on('error', (error) => done({ code: 1, output: error.message }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

function readLogo(address: string | undefined): Buffer | undefined {
  const file = address && join(projectFolder, 'public', address);
  return file && existsSync(file) ? readFileSync(file) : undefined;
}

/** What no site here shows any more goes when there is much of it; other content folders share the place. So does what was left half done. */
function prune(cache: string, inUse: ReadonlySet<string>): void {
  const names = readdirSync(cache);
  for (const name of names) {
    const pid = /\.(\d+)(?:\.json)?$/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(join(cache, name), { recursive: true, force: true });
  }
  const images = names.filter((name) => name.endsWith('.png'));
  if (images.length < MOST_KEPT) return;
  for (const name of images) if (!inUse.has(join(cache, name))) rmSync(join(cache, name), { force: true });
}

const KEPT = join(projectFolder, '.slipway', 'share-images');
const MOST_KEPT = 2_000;

function digest(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 24);
}
