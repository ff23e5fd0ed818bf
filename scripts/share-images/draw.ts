import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { shareImageSize } from '../../src/documents/public/share-image-size.ts';
import { createCanvas } from './canvas.ts';
import { drawIcon, drawShareImage, type Drawing } from './layout.ts';

export interface DrawJobs {
  /** The site's logo in base64. */
  logo: string;
  jobs: DrawJob[];
}

export interface DrawJob {
  /** Where the picture is written. */
  file: string;
  /** Absent for the logo alone. */
  drawing?: Omit<Drawing, 'logo'>;
}

/**
 * Draws pictures in a process of its own, because the fonts of a process are chosen by its environment (`FONTCONFIG_FILE`), once.
 * The first argument names a file with what is to be drawn.
 */
const work = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as DrawJobs;
const logo = Buffer.from(work.logo, 'base64');
const canvas = createCanvas(shareImageSize.width, shareImageSize.height);
for (const { file, drawing } of work.jobs) {
  const image = await (drawing ? drawShareImage({ ...drawing, logo }, canvas) : drawIcon(logo));
  // A picture is there as a whole or not at all.
  writeFileSync(`${file}.${process.pid}`, image);
  renameSync(`${file}.${process.pid}`, file);
}
