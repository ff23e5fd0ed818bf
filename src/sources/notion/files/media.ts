import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { clearFilm } from '../../clear-film.ts';
import { FileRefusal } from './download.ts';
import { readFileKind } from './file-kind.ts';

/** A file as it is kept: under a name that says what is in it. */
export interface Media {
  name: string;
  bytes: Uint8Array;
}

/** The widest picture that a page can show, twice. */
const MAX_WIDTH = 2000;
const MAX_PIXELS = 40_000_000;

/**
 * Makes a file fit to be published: pictures are drawn anew, without what cameras write into them and no wider than needed; so are films, as they are otherwise; markup such
 * as SVG is refused.
 * @throws {FileRefusal}
 */
export async function prepareMedia(bytes: Uint8Array): Promise<Media> {
  const kind = readFileKind(bytes);
  if (!kind)
    throw new FileRefusal(
      'it is no picture, document, film or sound that can be published (SVG is not, either)',
    );
  const made = kind.isPicture
    ? await redraw(bytes, kind.extension)
    : { bytes: clearFilm(bytes), extension: kind.extension };
  const hash = createHash('sha256').update(made.bytes).digest('hex').slice(0, 20);
  return { name: `${hash}.${made.extension}`, bytes: made.bytes };
}

async function redraw(
  bytes: Uint8Array,
  extension: string,
): Promise<{ bytes: Uint8Array; extension: string }> {
  try {
    const isFilm = extension === 'gif' || extension === 'webp';
    const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, animated: isFilm, failOn: 'error' })
      .rotate()
      .resize({ width: MAX_WIDTH, withoutEnlargement: true });
    if (extension === 'png')
      return { bytes: await picture.png({ compressionLevel: 9 }).toBuffer(), extension };
    if (extension === 'jpg')
      return { bytes: await picture.jpeg({ quality: 84, mozjpeg: true }).toBuffer(), extension };
    return { bytes: await picture.webp({ quality: 84 }).toBuffer(), extension: 'webp' };
  } catch (error) {
    throw new FileRefusal(
      `the picture cannot be read (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}
