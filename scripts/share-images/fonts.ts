import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeText } from '../../src/documents/public/escape-text.ts';
import { forgetOld, touch } from '../build/forget.ts';
import { makeFolder } from '../folders.ts';
import { projectFolder } from '../project-folder.ts';

/** One installed font package, such as `@fontsource-variable/noto-sans-jp`. */
export interface Face {
  /** The last part of the package's name. */
  id: string;
  folder: string;
  version: string;
  files: FontFile[];
}

interface FontFile {
  name: string;
  /** Of the characters that it has. */
  ranges: [first: number, last: number][];
}

/**
 * The fonts that pictures are drawn with: those that are installed as packages, never those of the machine, so that the same records give the same
 * picture everywhere. Whoever writes in another script installs its package, and that is all.
 */
export function readFaces(folder: string = join(projectFolder, 'node_modules', SCOPE)): Face[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((id) => readFace(id, join(folder, id)))
    .filter((face) => face.files.length > 0);
}

/** The same fonts with no other files than those that texts have characters of: to unpack all takes as long as to draw fifty pictures. */
export function facesFor(texts: string, faces: readonly Face[]): Face[] {
  const codes = [...new Set(ALWAYS + texts)].map((character) => character.codePointAt(0) ?? 0);
  const isNeeded = ({ ranges }: FontFile) =>
    ranges.some(([first, last]) => codes.some((code) => first <= code && code <= last));
  return faces
    .map((face) => ({ ...face, files: face.files.filter(isNeeded) }))
    .filter(({ files }) => files.length > 0);
}

/** What tells one set of fonts from another. */
export function digestOfFaces(faces: readonly Face[]): string {
  const names = faces.map(({ id, version, files }) => `${id}@${version} ${files.map(({ name }) => name)}`);
  return createHash('sha256').update(names.join(' ')).digest('hex').slice(0, 16);
}

/**
 * Unpacks the fonts once into a folder that is named by what they are, with a file that tells fontconfig of these and no others.
 * @returns the path of that file, for `FONTCONFIG_FILE`
 */
export async function writeFonts(faces: readonly Face[], cache: string): Promise<string> {
  const folder = join(cache, digestOfFaces(faces));
  const settings = join(folder, 'fonts.conf');
  if (existsSync(settings)) {
    touch(folder);
    return settings;
  }
  const next = `${folder}.${process.pid}`;
  makeFolder(next);
  for (const { id, folder: from, files } of faces) {
    makeFolder(join(next, 'fonts', id));
    for (const { name } of files) {
      const { default: decompress } = await import('woff2-encoder/decompress');
      const font = await decompress(readFileSync(join(from, 'files', name)));
      writeFileSync(join(next, 'fonts', id, name.replace(/\.woff2$/, '.ttf')), font);
    }
  }
  writeFileSync(join(next, 'fonts.conf'), renderSettings(faces, folder));
  try {
    renameSync(next, folder);
  } catch (error) {
    // Another run was faster.
    rmSync(next, { recursive: true, force: true });
    if (!existsSync(settings)) throw error;
  }
  forgetOld(cache);
  return settings;
}

/**
 * A text without the symbols that no font here has; `undefined` where that would be letters: half a title is worse than none.
 */
export function drawable(text: string, faces: readonly Face[]): string | undefined {
  const known = drawn.get(faces) ?? new Map<string, string | undefined>();
  drawn.set(faces, known);
  const characters = [...text].map((character) => {
    if (!known.has(character)) known.set(character, drawnAs(character, faces));
    return known.get(character);
  });
  return characters.includes(undefined) ? undefined : characters.join('').replace(/\s+/g, ' ').trim();
}

const drawn = new WeakMap<readonly Face[], Map<string, string | undefined>>();

function drawnAs(character: string, faces: readonly Face[]): string | undefined {
  if (IGNORED.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  const has = faces.some(({ files }) =>
    files.some(({ ranges }) => ranges.some(([first, last]) => first <= code && code <= last)),
  );
  return has ? character : /[\p{L}\p{M}\p{N}]/u.test(character) ? undefined : '';
}

const SCOPE = '@fontsource-variable';
/** What pictures say besides the texts of their records, and the letters that lines are measured by. */
const ALWAYS = 'x·…';
/** Spaces, joiners and other characters that no font needs. */
const IGNORED = /[\s\p{Default_Ignorable_Code_Point}]/u;

function readFace(id: string, folder: string): Face {
  const ranges = readJson(join(folder, 'unicode.json'));
  const available = new Set(readdirSync(join(folder, 'files')));
  const files = Object.entries(ranges).flatMap(([subset, range]) => {
    const key = subset.replace(/^\[(.*)\]$/, '$1');
    const name = ['standard', 'wght']
      .map((axes) => `${id}-${key}-${axes}-normal.woff2`)
      .find((each) => available.has(each));
    return name ? [{ name, ranges: parseRanges(range) }] : [];
  });
  return { id, folder, version: readJson(join(folder, 'package.json'))['version'] ?? '', files };
}

function readJson(path: string): Record<string, string> {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>) : {};
}

/** `U+0-FF,U+131,U+4??` as CSS writes them. */
function parseRanges(text: string): [number, number][] {
  return text.split(',').map((part) => {
    const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-');
    return [parseInt(first.replaceAll('?', '0'), 16), parseInt(last.replaceAll('?', 'F'), 16)];
  });
}

/** Files of one package bear several family names; each gets that of its package. */
function renderSettings(faces: readonly Face[], folder: string): string {
  const rules = faces.map(
    ({ id }) =>
      `<match target="scan"><test name="file" compare="contains"><string>/fonts/${id}/</string></test><edit name="family" mode="assign"><string>${familyOf(id)}</string></edit></match>`,
  );
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `<dir>${escapeText(join(folder, 'fonts'))}</dir>`,
    `<cachedir>${escapeText(join(folder, 'cache'))}</cachedir>`,
    ...rules,
    '</fontconfig>',
    '',
  ].join('\n');
}

/** Commas and digits mean something in the names that Pango reads. */
export function familyOf(id: string): string {
  return id.replace(/\d/g, (digit) => String.fromCharCode(97 + Number(digit))).replaceAll('-', ' ');
}
