import { hexOf } from './colour.ts';

/** The mark of a site that has no logo of its own, in the site's hue: an SVG of 24 × 24. */
export function renderMark(hue: number): string {
  const accent = hexOf(0.41, 0.125, hue);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="6" fill="${accent}"/><path d="M4.5 9.5 17 16.5M4.5 17h15" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round"/><path d="m7 6.2 8.6 4.9 2.4-1.2c-.6 2.2-2 3.7-3.9 3.9L7.6 10z" fill="#fff"/></svg>\n`;
}
