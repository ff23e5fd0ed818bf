/**
 * A colour of the site's hue as `#rrggbb`, for what cannot read `oklch()`: pictures, and programs that show icons. What lies outside sRGB is
 * clipped. From the definition of Oklab (https://www.w3.org/TR/css-color-4/#color-conversion-code).
 * @param lightness from 0 to 1
 * @param chroma from 0 to about 0.4
 * @param hue in degrees
 */
export function hexOf(lightness: number, chroma: number, hue: number): string {
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const light = [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
  return `#${light.map(encode).join('')}`;
}

/** The transfer function of sRGB, as two hexadecimal digits. */
function encode(light: number): string {
  const clipped = Math.min(1, Math.max(0, light));
  const value = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
  return Math.round(value * 255)
    .toString(16)
    .padStart(2, '0');
}
