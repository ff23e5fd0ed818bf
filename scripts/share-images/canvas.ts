/**
 * A picture in memory that others are laid onto. The library that draws texts can do so, too, but goes over the whole picture for each of them, which
 * took most of the time of a picture.
 */
export interface Canvas {
  /** Red, green and blue of each pixel, line by line. */
  pixels: Uint8Array;
  width: number;
  height: number;
}

/** A picture with what can be seen through it: red, green, blue and opacity of each pixel. */
export interface Layer {
  pixels: Uint8Array;
  width: number;
  height: number;
}

export type Colour = readonly [red: number, green: number, blue: number];

export interface Area {
  top: number;
  width: number;
  height: number;
  colour: Colour;
}

export function createCanvas(width: number, height: number): Canvas {
  return { pixels: new Uint8Array(width * height * 3), width, height };
}

export function fill(canvas: Canvas, { top, width, height, colour }: Area, left: number): void {
  const line = new Uint8Array(width * 3).map((_, index) => colour[index % 3] ?? 0);
  for (let y = top; y < top + height; y++) canvas.pixels.set(line, (y * canvas.width + left) * 3);
}

/** Lays a layer over the canvas (https://www.w3.org/TR/compositing-1/#simplealphacompositing); what stands out beyond its edges is not seen. */
export function lay(canvas: Canvas, layer: Layer, top: number, left: number): void {
  const [from, to] = [Math.max(0, -left), Math.min(layer.width, canvas.width - left)];
  for (let y = Math.max(0, -top); y < Math.min(layer.height, canvas.height - top); y++) {
    for (let x = from; x < to; x++) {
      const source = (y * layer.width + x) * 4;
      const alpha = layer.pixels[source + 3] ?? 0;
      if (alpha === 0) continue;
      const target = ((top + y) * canvas.width + left + x) * 3;
      for (let part = 0; part < 3; part++) {
        const over = (layer.pixels[source + part] ?? 0) * alpha;
        const under = (canvas.pixels[target + part] ?? 0) * (255 - alpha);
        canvas.pixels[target + part] = Math.round((over + under) / 255);
      }
    }
  }
}

/** `#0a141e` → 10, 20, 30. */
export function rgbOf(hex: string): Colour {
  const number = Number.parseInt(hex.slice(1), 16);
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255];
}
