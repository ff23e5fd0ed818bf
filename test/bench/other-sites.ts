import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { renderReleaseMarkdown } from '../../src/documents/public/release-markdown.ts';
import type { Release } from '../../src/release/release.ts';
import { SiteSchema } from '../../src/release/site.ts';

/**
 * The same releases for other generators, as people use these: one Markdown file and one page a release, a list in pages of 25, and a feed
 * of the newest 50. That is a fifth of the files that Slipway writes: it has no twins, comparisons, registers, search or archives.
 */
export function writeEleventySite(folder: string, releases: readonly Release[]): void {
  writeAll(folder, {
    'eleventy.config.mjs': ELEVENTY,
    'input/_includes/release.njk': PAGE.replace('BODY', '{{ content | safe }}').replaceAll(
      'TITLE',
      '{{ title }}',
    ),
    'input/index.njk': ELEVENTY_LIST,
    'input/feed.njk': ELEVENTY_FEED,
    ...markdownOf('input/releases', releases, 'layout: release.njk\ntags: release\n'),
  });
}

export function writeHugoSite(folder: string, releases: readonly Release[]): void {
  writeAll(folder, {
    'config.toml': HUGO,
    'layouts/_default/single.html': PAGE.replace('BODY', '{{ .Content }}').replaceAll(
      'TITLE',
      '{{ .Title }}',
    ),
    'layouts/_default/list.html': HUGO_LIST,
    'layouts/index.html': HUGO_LIST,
    ...markdownOf('content/releases', releases, ''),
  });
}

/** Changes the words of one release. */
export function markdownFile(room: string, release: Release): string {
  return `${room}/${release.id}.md`;
}

function markdownOf(room: string, releases: readonly Release[], fields: string): Record<string, string> {
  const products = [...new Set(releases.map(({ product }) => product))].map((id) => ({ id, name: id }));
  const site = SiteSchema.parse({ name: 'Bench', url: 'https://bench.example/', products });
  return Object.fromEntries(
    releases.map((release) => [
      markdownFile(room, release),
      `---\ntitle: ${JSON.stringify(release.title)}\ndate: ${release.released ?? '2026-12-01'}\n${fields}---\n\n${renderReleaseMarkdown(release, site)}`,
    ]),
  );
}

function writeAll(folder: string, files: Record<string, string>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const PAGE =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>TITLE</title></head><body><main><h1>TITLE</h1>BODY</main></body></html>\n';
const ELEVENTY = `export default (config) => {
  config.setQuietMode(true);
  return { dir: { input: 'input', output: 'out' }, markdownTemplateEngine: false };
};
`;
const ELEVENTY_LIST = `---
pagination: { data: collections.release, size: 25, reverse: true, alias: items }
permalink: "{% if pagination.pageNumber > 0 %}page/{{ pagination.pageNumber + 1 }}/{% endif %}index.html"
---
<!doctype html><html lang="en"><head><title>Releases</title></head><body><ul>{% for item in items %}<li><a href="{{ item.url }}">{{ item.data.title }}</a></li>{% endfor %}</ul></body></html>
`;
const ELEVENTY_FEED = `---
permalink: feed.xml
---
<feed xmlns="http://www.w3.org/2005/Atom"><title>Releases</title>{% for item in collections.release | reverse %}{% if loop.index <= 50 %}<entry><title>{{ item.data.title }}</title><id>{{ item.url }}</id><content type="html">{{ item.content }}</content></entry>{% endif %}{% endfor %}</feed>
`;
const HUGO = `baseURL = 'https://bench.example/'
title = 'Bench'
paginate = 25
disableKinds = ['taxonomy', 'term']
[services.rss]
limit = 50
`;
const HUGO_LIST =
  '<!doctype html><html lang="en"><head><title>Releases</title></head><body><ul>{{ range (.Paginate .Site.RegularPages).Pages }}<li><a href="{{ .Permalink }}">{{ .Title }}</a></li>{{ end }}</ul></body></html>\n';
