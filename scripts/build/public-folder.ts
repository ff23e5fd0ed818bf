import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { clearFilm } from '../../src/sources/clear-film.ts';
import { Problem } from '../../src/sources/problem.ts';
import { whyUnread } from '../folders.ts';
import { listTree } from './site-files.ts';

/** What stands in `public/` is published as it is, so nothing may get in there that nobody meant. */

/**
 * Refuses links that lead out of a folder: through one, any file of the machine would be published.
 * @throws {Problem} that names the link
 */
export function refuseLinksOut(folder: string): void {
  if (!existsSync(folder)) return;
  const whole = realpathSync(folder);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const target = targetOf(path);
    if (target?.startsWith(`${whole}${sep}`)) continue;
    throw new Problem(
      `\`public/${relative(folder, path)}\` is a link ${target ? 'out of `public/`' : 'to nothing'}. The last good site stays.`,
      { hint: 'Put a copy of the file there instead: what a link leads to would be published.' },
    );
  }
}

/** Takes comments and what programs write about themselves and their users out of drawings, and out of films what cameras do. */
export function clearDrawingsAndFilms(folder: string): void {
  for (const path of listTree(folder)) {
    const file = join(folder, path);
    if (FILM.test(path)) {
      const bytes = readFileSync(file);
      const cleared = clearFilm(bytes);
      if (!bytes.equals(cleared)) writeFileSync(file, cleared);
    } else if (/\.svg$/i.test(path)) {
      // Whatever its encoding, the other bytes stay as they are.
      const text = readFileSync(file, 'latin1');
      const cleared = text.replace(NOT_DRAWN, '');
      if (cleared !== text) writeFileSync(file, cleared, 'latin1');
    }
  }
}

/**
 * Draws pictures anew that hold what cameras and programs write into them: where, when and by whom. The others stay byte for byte as they are.
 * @throws {Problem} that names a picture that cannot be read
 */
export async function clearPictures(folder: string): Promise<void> {
  // Builds that compile nothing need not wait for it.
  const { default: sharp } = await import('sharp');
  for (const path of listTree(folder).filter((each) => PICTURE.test(each))) {
    const file = join(folder, path);
    try {
      const bytes = readFileSync(file);
      const picture = sharp(bytes, { animated: true, limitInputPixels: MAX_PIXELS });
      const { exif, xmp, iptc, comments, format } = await picture.metadata();
      if (!exif && !xmp && !iptc && !comments && !goesOn(bytes, format)) continue;
      // AVIF is read as what it is a kind of.
      const own = format === 'heif' ? 'avif' : format;
      const drawn = picture.autoOrient().keepIccProfile().toFormat(own, { quality: QUALITY });
      writeFileSync(file, await drawn.toBuffer());
    } catch (error) {
      throw new Problem(`The picture \`public/${path}\` cannot be read: ${whyUnread(error)}.`, {
        hint: 'Save it again with a program for pictures, or take it out of `public/`.',
        cause: error,
      });
    }
  }
}

/**
 * True where more stands behind the first end of a picture: what was cut off, which ends as a picture does where a smaller one was saved over it, or a
 * film. An end that is found within a picture is one by chance, and the picture is drawn anew all the same.
 */
function goesOn(bytes: Buffer, format: string): boolean {
  if (format === 'png') return bytes.indexOf('IEND') + 8 < bytes.length;
  return format === 'jpeg' && bytes.indexOf(Buffer.from([0xff, 0xd9])) + 2 < bytes.length;
}

function targetOf(link: string): string | undefined {
  try {
    return realpathSync(link);
  } catch {
    return undefined;
  }
}

/** Of SVG: comments, metadata, names of files, and the whole of what draw.io drew, its other pages and layers too. */
const NOT_DRAWN =
  /<!--[^]*?(?:-->|$)|<metadata\b(?:[^<>]*\/>|[^]*?(?:<\/metadata\s*>|$))|\s(?:sodipodi:(?:docname|docbase|absref)|inkscape:export-filename|content(?=\s*=\s*["']&lt;mxfile))\s*=\s*(?:"[^"]*"|'[^']*')/g;
const FILM = /\.(?:mp4|m4v|mov)$/i;
const PICTURE = /\.(?:jpe?g|png|webp|avif)$/i;
const MAX_PIXELS = 40_000_000;
const QUALITY = 90;
