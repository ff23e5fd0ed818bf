import { describe, expect, test } from 'vitest';
import {
  type Canvas,
  type Colour,
  createCanvas,
  fill,
  lay,
  rgbOf,
} from '../../../scripts/share-images/canvas.ts';

const white = [255, 255, 255] as const;
const red = [255, 0, 0];

function paperOf(width: number, height: number, colour: Colour): Canvas {
  const canvas = createCanvas(width, height);
  fill(canvas, { top: 0, width, height, colour }, 0);
  return canvas;
}

describe('a canvas', () => {
  test('is of one colour, with bars of others', () => {
    const canvas = paperOf(3, 2, white);
    fill(canvas, { top: 1, width: 2, height: 1, colour: rgbOf('#ff0000') }, 1);
    expect(linesOf(canvas)).toEqual([
      [...white, ...white, ...white],
      [...white, ...red, ...red],
    ]);
  });

  test('shows a layer as far as nothing can be seen through it', () => {
    const canvas = paperOf(3, 1, [0, 100, 200]);
    lay(canvas, { pixels: Uint8Array.of(...red, 0, ...red, 51, ...red, 255), width: 3, height: 1 }, 0, 0);
    expect(linesOf(canvas)).toEqual([[0, 100, 200, 51, 80, 160, ...red]]);
  });

  test.each([
    { top: -1, left: -1, seen: [0] },
    { top: 1, left: 1, seen: [3] },
    { top: 0, left: 0, seen: [0, 1, 2, 3] },
    { top: 0, left: -2, seen: [] },
    { top: 2, left: 0, seen: [] },
  ])('does not show what stands out beyond its edges: $top, $left', ({ top, left, seen }) => {
    const canvas = paperOf(2, 2, white);
    lay(
      canvas,
      {
        pixels: Uint8Array.from([0, 1, 2, 3].flatMap(() => [...red, 255])),
        width: 2,
        height: 2,
      },
      top,
      left,
    );
    const shown = [0, 1, 2, 3].filter((place) => canvas.pixels[place * 3 + 1] === 0);
    expect(shown).toEqual(seen);
  });
});

function linesOf({ pixels, width }: { pixels: Uint8Array; width: number }): number[][] {
  const lines: number[][] = [];
  for (let at = 0; at < pixels.length; at += width * 3) lines.push([...pixels.slice(at, at + width * 3)]);
  return lines;
}
