import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { drawable, readFaces } from '../../scripts/share-images/fonts.ts';
import { drawShareImages, type ShareImages } from '../../scripts/share-images.ts';
import type { ShareRecords } from '../../src/documents/public/share-image-records.ts';
import { makeRelease, site } from '../documents/records.ts';

const folder = mkdtempSync(join(tmpdir(), 'slipway-pictures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fonts = join(folder, 'fonts');

const LONG =
  'Riders can reserve a scooter two weeks ahead, change the reservation, hand it on to a friend, and see at a glance what all of it will cost before they ride, in every city that we know of';
const titles = {
  short: 'Vouchers',
  long: LONG,
  word: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(4),
  japanese: '予約した車両を二週間前から確保できるようになり、駐車場の空き状況も地図の上で確認できます',
  kanji: '駅',
  otherKanji: '海',
  arabic: 'احجز سكوترك قبل أسبوعين',
  arabicLong:
    'احجز سكوترك قبل أسبوعين وشارك الحجز مع صديق واعرف ثمن الرحلة كلها قبل أن تبدأ بها في كل مدينة '.repeat(
      3,
    ),
  joined: 'بببب',
  apart: 'ب\u200Cب\u200Cب\u200Cب',
  hebrew: 'שמירת קורקינט',
  emoji: '🚀 Faster 👩‍💻',
  markup: 'a <b>&amp;</b> <span size="1">',
  korean: '두 주 전에 예약하세요',
  unnumbered: 'Ride history moved',
};

const records = (changed: Partial<typeof titles> = {}, shown: Partial<typeof titles> = titles) => ({
  site,
  initiatives: [],
  releases: Object.entries({ ...shown, ...changed }).map(([id, title = '']) =>
    makeRelease({ id: id.toLowerCase(), title, version: id === 'unnumbered' ? undefined : '3.2.0' }),
  ),
});

async function draw(
  ...[shown, options]: [ShareRecords, Parameters<typeof drawShareImages>[2]]
): Promise<ShareImages> {
  const [own] = await drawShareImages(site, [shown], options);
  return own as ShareImages;
}

let images: ShareImages;
const fileOf = (name: keyof typeof titles) => images.get(`/og/releases/${name.toLowerCase()}.png`) ?? '';
beforeAll(async () => {
  images = await draw(records(), { cache: join(folder, 'one'), fonts });
}, 60_000);

/** The smallest box around what differs from the paper, inside a part of a picture. */
async function inkOf(name: keyof typeof titles, part = { left: 0, top: 140, width: 1200, height: 350 }) {
  const { data, info } = await sharp(fileOf(name))
    .extract(part)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let [left, top, right, bottom] = [info.width, info.height, -1, -1];
  for (let y = 0; y < info.height; y++) {
    for (let x = 20; x < info.width - 20; x++) {
      if ((data[y * info.width + x] ?? 255) > 190) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
  }
  return { left: left + part.left, right: right + part.left, top: top + part.top, bottom: bottom + part.top };
}
const TITLE = { left: 0, top: 215, width: 1200, height: 345 };

test('are of the size that the head of the page says', async () => {
  for (const file of new Set(images.values())) {
    const { width, height, format } = await sharp(file).metadata();
    expect(format).toBe('png');
    expect([`${width} × ${height}`]).toEqual([file === images.get('/icon.png') ? '512 × 512' : '1200 × 630']);
  }
});

describe('titles', () => {
  test.each(['long', 'word', 'japanese', 'arabicLong', 'emoji', 'markup'] as const)(
    '%s stays inside its place',
    async (name) => {
      const ink = await inkOf(name, { ...TITLE, height: 260 });
      expect(ink.left).toBeGreaterThanOrEqual(70);
      expect(ink.right).toBeLessThanOrEqual(1130);
      // Between the title and the version there is paper.
      expect((await inkOf(name, { left: 0, top: 488, width: 1200, height: 12 })).right).toBeLessThan(0);
    },
  );

  test('of one line are as large as there is room', async () => {
    const [short, long] = [await inkOf('short', TITLE), await inkOf('long', { ...TITLE, height: 50 })];
    expect(short.top).toBeLessThan(240);
    expect(long.right).toBeGreaterThan(900);
  });

  test('in Arabic and Hebrew begin on the right', async () => {
    for (const name of ['arabic', 'hebrew'] as const) {
      const ink = await inkOf(name, { ...TITLE, height: 200 });
      expect(ink.right).toBeGreaterThan(1_100);
      expect(ink.left).toBeGreaterThan(200);
    }
  });

  test('in Arabic are joined', async () => {
    const width = async (name: 'joined' | 'apart') => {
      const ink = await inkOf(name, { ...TITLE, height: 200 });
      return ink.right - ink.left;
    };
    expect(await width('joined')).toBeLessThan(0.8 * (await width('apart')));
  });

  test('in Japanese have their own characters', () => {
    expect(readFileSync(fileOf('kanji'))).not.toEqual(readFileSync(fileOf('otherKanji')));
  });

  test('that no font here can write are left out', () => {
    const faces = readFaces();
    expect(drawable('두 주', faces)).toBeUndefined();
    expect(drawable('Voucher \u{10EEEE}s', faces)).toBe('Voucher s');
    for (const [name, title] of Object.entries(titles)) {
      expect(drawable(title, faces), name).toBe(name === 'korean' ? undefined : title.trim());
    }
  });
});

test('are the same bytes wherever they are drawn', async () => {
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv('FONTCONFIG_FILE', '/nowhere');
  vi.stubEnv('FONTCONFIG_PATH', '/nowhere');
  vi.stubEnv('LANG', 'ja_JP.UTF-8');
  const { arabic, kanji, emoji } = titles;
  const again = await draw(records({}, { arabic, kanji, emoji }), {
    cache: join(folder, 'two'),
    fonts,
  });
  expect(again.size).toBe(7);
  for (const [address, file] of again)
    expect(readFileSync(file).equals(readFileSync(images.get(address) ?? '')), address).toBe(true);
}, 60_000);

test('are drawn once: an edit draws one', async () => {
  const times = (all: ShareImages) =>
    new Map([...all.values()].map((file) => [file, statSync(file).mtimeMs]));
  const before = times(images);
  const after = times(
    await draw(records({ short: 'Vouchers for all' }), { cache: join(folder, 'one'), fonts }),
  );
  expect([...after].filter(([file, time]) => before.get(file) !== time)).toHaveLength(1);
});

test('without fonts there is a picture without words', async () => {
  const bare = await draw(records({}, { short: 'Vouchers' }), {
    faces: [],
    cache: join(folder, 'bare'),
    fonts,
  });
  expect((await sharp(bare.get('/og/releases/short.png')).metadata()).width).toBe(1200);
}, 60_000);
