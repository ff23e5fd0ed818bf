/**
 * Links, pictures and anchors of a built site that lead to nothing, as `page → address`.
 * @param base the path that the site stands under, such as `/` or `/updates/`
 */
export function findBrokenLinks(tree: ReadonlyMap<string, Buffer>, base: string): string[] {
  const pages = new Map(
    [...tree]
      .filter(([path]) => path.endsWith('.html'))
      .map(([path, bytes]) => [path, bytes.toString()] as const),
  );
  const broken: string[] = [];
  for (const [path, html] of pages) {
    const here = new URL(`${base}${path.replace(/index\.html$/, '')}`, 'http://site');
    for (const [, raw] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      const target = new URL((raw ?? '').replaceAll('&#38;', '&').replaceAll('&amp;', '&'), here);
      if (target.host !== here.host) continue;
      if (!leadsSomewhere(target, tree, pages, base)) broken.push(`${path} → ${raw}`);
    }
  }
  return broken;
}

function leadsSomewhere(
  target: URL,
  tree: ReadonlyMap<string, Buffer>,
  pages: ReadonlyMap<string, string>,
  base: string,
): boolean {
  if (!target.pathname.startsWith(base)) return false;
  const path = decodeURIComponent(target.pathname.slice(base.length)).replace(/(^|\/)$/, '$1index.html');
  if (!tree.has(path)) return false;
  const anchor = decodeURIComponent(target.hash.slice(1));
  return anchor === '' || (pages.get(path) ?? '').includes(` id="${anchor}"`);
}
