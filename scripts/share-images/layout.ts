import sharp, { type Sharp } from 'sharp';
import { hexOf } from '../../src/documents/public/colour.ts';
import { escapeText } from '../../src/documents/public/escape-text.ts';
import type { ShareImage } from '../../src/documents/public/share-image.ts';
import { shareImageSize } from '../../src/documents/public/share-image-size.ts';
import { type Area, type Canvas, fill, lay, type Layer, rgbOf } from './canvas.ts';

/** A picture that is to be drawn, with only texts in it that the fonts here have. */
export interface Drawing extends Omit<ShareImage, 'address' | 'site' | 'title'> {
  site?: string;
  title?: string;
  /** Names of font families, the first choice first: of titles, and of all else. */
  titleFamilies: string[];
  families: string[];
  /** An SVG or a raster image. */
  logo: Uint8Array;
}

/**
 * Draws one picture as a PNG. Where its title is written from right to left, so is the whole.
 * @param canvas as large as the picture, for one picture after the other: new memory for each takes a third of the time of one
 */
export async function drawShareImage(drawing: Drawing, canvas: Canvas): Promise<Buffer> {
  const { hue, logo } = drawing;
  const { width, height } = canvas;
  const isMirrored = isRightToLeft(drawing.title ?? drawing.site ?? '');
  fill(canvas, { top: 0, width, height, colour: rgbOf(hexOf(0.982, 0.008, hue)) }, 0);
  const leftOf = (box: Pick<Box, 'start' | 'width'>) =>
    Math.round(isMirrored ? width - box.start - box.width : box.start);
  for (const bar of frame(hue)) fill(canvas, bar, leftOf(bar));
  const icon = await iconOf(logo);
  for (const box of [{ ...icon, top: TOP, start: MARGIN }, ...(await drawTexts(drawing))])
    lay(canvas, box, Math.round(box.top), leftOf(box));
  return sharp(canvas.pixels, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 6 })
    .toBuffer();
}

/** The logo alone, as a square PNG. */
export function drawIcon(logo: Uint8Array): Promise<Buffer> {
  return fitLogo(logo, 512).png().toBuffer();
}

/** The same on every picture. */
function iconOf(logo: Uint8Array): Promise<Layer> {
  const known = icons.get(logo) ?? readLayer(fitLogo(logo, ICON).ensureAlpha());
  icons.set(logo, known);
  return known;
}

const icons = new WeakMap<Uint8Array, Promise<Layer>>();

function fitLogo(logo: Uint8Array, size: number): Sharp {
  return sharp(logo, { density: 300 }).resize(size, size, { fit: 'contain', background: '#0000' });
}

async function readLayer(image: Sharp): Promise<Layer> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height };
}

interface Box extends Layer {
  top: number;
  /** Pixels from the side on which a line begins. */
  start: number;
}

const MARGIN = 72;
const TOP = 56;
const ICON = 48;
const RULE = 132;
const TITLE = 224;
/** A short title is set large, and a long one in three smaller lines. */
const TITLE_SIZES = [
  { size: 80, lines: 2 },
  { size: 64, lines: 3 },
  { size: 56, lines: 3 },
  { size: 48, lines: 3 },
] as const;
const BOTTOM = shareImageSize.height - TOP;
const INNER = shareImageSize.width - 2 * MARGIN;

async function drawTexts(drawing: Drawing): Promise<Box[]> {
  const { hue, site, product, version, kinds, when, title } = drawing;
  const [ink, quiet, accent] = [hexOf(0.23, 0.018, hue), hexOf(0.43, 0.018, hue), hexOf(0.41, 0.125, hue)];
  const start = MARGIN;
  const name = await drawLine(site, drawing, { size: 30, weight: 600, colour: ink });
  const date = await drawLine(when, drawing, { size: 30, weight: 400, colour: quiet });
  const what = await drawLine([product, ...kinds].filter(Boolean).join('  ·  '), drawing, {
    size: 28,
    weight: 600,
    colour: accent,
  });
  const room = INNER - (date ? date.width + 40 : 0);
  const number = await drawLine(version, drawing, { size: 88, weight: 200, colour: accent, room });
  const body = await drawTitle(title ?? product, drawing, ink);
  return [
    name && { ...name, top: TOP + (ICON - name.height) / 2, start: MARGIN + ICON + 20 },
    what && { ...what, top: RULE + 34, start },
    body && { ...body, top: TITLE, start },
    number && { ...number, top: BOTTOM - number.height, start },
    date && {
      ...date,
      top: BOTTOM - date.height,
      start: number ? shareImageSize.width - MARGIN - date.width : start,
    },
  ].filter((box) => box !== undefined);
}

interface Look {
  size: number;
  weight: number;
  colour: string;
  /** Pixels that a line may be long. */
  room?: number;
  isTitle?: boolean;
}

async function drawLine(text: string | undefined, drawing: Drawing, look: Look): Promise<Layer | undefined> {
  if (!text) return undefined;
  const { room = INNER } = look;
  const whole = await drawText(text, drawing, look);
  if (whole.width <= room) return whole;
  return fit(
    text,
    (part) => drawText(part, drawing, look),
    ({ width }) => width <= room,
  );
}

/** At most three lines: smaller where it is long, and cut where it is longer still. */
async function drawTitle(
  text: string | undefined,
  drawing: Drawing,
  colour: string,
): Promise<Layer | undefined> {
  if (!text) return undefined;
  const draw = (part: string, size: number) =>
    drawText(part, drawing, { size, weight: 500, colour, isTitle: true }, INNER);
  for (const { size, lines } of TITLE_SIZES) {
    const box = await draw(text, size);
    if (hasLines(box, size, lines)) return box;
  }
  const smallest = 48;
  return fit(
    text,
    (part) => draw(part, smallest),
    (box) => hasLines(box, smallest, 3),
  );
}

/** So many lines of any script, or fewer: one more of any other script would be higher than this. */
function hasLines({ height }: Layer, size: number, lines: number): boolean {
  return height <= (1.45 * lines - 0.05) * size;
}

/** The longest beginning that fits, found by halving, with an ellipsis; whole signs are cut off, never halves. */
async function fit(
  text: string,
  draw: (part: string) => Promise<Layer>,
  fits: (box: Layer) => boolean,
): Promise<Layer> {
  const signs = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment).slice(0, 400);
  let [low, high] = [0, signs.length];
  let best = await draw('…');
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const box = await draw(`${signs.slice(0, middle).join('').trimEnd()}…`);
    if (fits(box)) [low, best] = [middle, box];
    else high = middle - 1;
  }
  return best;
}

async function drawText(text: string, drawing: Drawing, look: Look, width?: number): Promise<Layer> {
  const markup = `<span foreground="${look.colour}" weight="${look.weight}" lang="${escapeText(drawing.language)}">${escapeText(text)}</span>`;
  const image = sharp({
    text: {
      text: markup,
      font: `${(look.isTitle ? drawing.titleFamilies : drawing.families).join(',')} ${look.size}`,
      dpi: 72,
      rgba: true,
      ...(width && { width, wrap: 'word-char' as const, spacing: Math.round(look.size * -0.08) }),
    },
  });
  return readLayer(image);
}

/** The direction of a text is that of its first letter that has one (UAX #9, P2). */
function isRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u.test(
    letter,
  );
}

interface Bar extends Area {
  start: number;
}

function frame(hue: number): Bar[] {
  return [
    { start: 0, top: 0, width: 16, height: shareImageSize.height, colour: rgbOf(hexOf(0.41, 0.125, hue)) },
    { start: MARGIN, top: RULE, width: INNER, height: 2, colour: rgbOf(hexOf(0.902, 0.012, hue)) },
  ];
}
