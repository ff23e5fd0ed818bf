import { join } from 'node:path';
import * as en from '../../src/languages/en.ts';
import { namesOfWords } from '../../src/languages/own-words.ts';
import { importFormats, type ImportFormat } from '../../src/sources/imports/formats.ts';

/** Hostile texts where they come in: in every text of `site.yaml`, of each format that is imported, and of pages in Notion. */

type Take = () => string;

const line = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 150) || 'x';

/** Every text that `site.yaml` may hold, each another attack. */
export function hostileSettings(take: Take, languages: readonly string[] = []): string {
  const { page, reader, search, compare, documents, widget, widgetPage } = en;
  const tables = [page, reader, search, compare, { documents, widget, widgetPage }];
  const strings = () =>
    Object.fromEntries(
      tables.flatMap((table) => namesOfWords(table)).map((name) => [name, `${take()} {1} {2}`]),
    );
  const renamed = () => ({ till: { name: line(take()), description: take() } });
  const said = () => ({
    name: line(take()),
    tagline: take(),
    strings: strings(),
    links: { home: `https://x.example/?${encodeURI(line(take()))}`, support: '"><b>"@x.example' },
  });
  const { links, ...own } = said();
  return JSON.stringify({
    ...own,
    links: { home: links.home, feedback: `https://x.example/#"onclick='fired()'` },
    url: 'https://updates.kiosk.example.com/',
    products: [{ id: 'till', name: line(take()), description: take() }],
    themes: [{ id: 'speed', name: line(take()), description: take() }],
    look: { logo: '/x"onerror=fired().png' },
    roadmap: { disclaimer: take() },
    languages: Object.fromEntries(
      languages.map((tag) => {
        const { links: _, ...words } = said();
        return [
          tag,
          { ...words, disclaimer: take(), products: renamed(), themes: { speed: { name: line(take()) } } },
        ];
      }),
    ),
  });
}

/** Files of each format that can be imported, by their format: a release a format, with its version. */
export function hostileImports(
  folder: string,
  take: Take,
): { format: ImportFormat; files: Record<string, string> }[] {
  const block = () => take().replaceAll('\n', '\n  ');
  const json = (value: unknown) => JSON.stringify(value);
  // An attack that opens a comment hides what stands below it, so that each release has few.
  const changelog = (version: number, ...headings: string[]) =>
    [
      `# ${line(take())}`,
      take(),
      ...headings.flatMap((heading, at) => [
        `## [${version}.${at}] - 2026-05-07`,
        `### ${heading}`,
        `- Before ${block()} behind\n- **${line(take())}**: ${block()}`,
        `[${version}.${at}]: https://x.example/"onclick=fired()`,
      ]),
    ].join('\n\n');
  const texts: Record<ImportFormat, string> = {
    'keep-a-changelog': changelog(901, 'Added', 'Security', 'Fixed', line(take()), 'Removed'),
    changesets: changelog(902, 'Major Changes', 'Minor Changes', 'Patch Changes', 'Patch Changes'),
    conventional: changelog(903, 'Features', 'Bug Fixes', '⚠ BREAKING CHANGES', 'Features'),
    github: json(
      [0, 1, 2, 3, 4, 5].map((at) => ({
        tag_name: `v904.${at}`,
        name: take(),
        body:
          at % 2 === 0
            ? `Before ${take()} behind.`
            : `## What's Changed\n\n* Before ${block()} by @x in https://x.example/1\n\n### ${line(take())}\n\n${take()}`,
        published_at: '2026-05-07T00:00:00Z',
        assets: [
          { name: take(), browser_download_url: 'javascript:fired()', size: 1 },
          { name: take(), browser_download_url: `https://x.example/${line(take())}`, digest: take() },
        ],
      })),
    ),
    reno: json({
      prelude: take(),
      features: [take(), take()],
      issues: [take()],
      upgrade: [take()],
      [line(take())]: [take()],
    }),
    istio: json({
      apiVersion: 'release-notes/v2',
      kind: 'feature',
      area: line(take()),
      issue: [`https://x.example/${encodeURI(line(take()))}`, 'javascript:fired()'],
      releaseNotes: [`**Added** ${take()}`, take()],
      upgradeNotes: [{ title: line(take()), content: take() }],
    }),
    mozilla: json({
      product: take(),
      channel: line(take()),
      version: '907.0',
      release_date: '2026-05-07',
      notes: ['New', 'Known', 'Fixed', take()].map((tag, id) => ({ id, tag, note: take() })),
    }),
    kubernetes: json({
      1: {
        text: take(),
        kinds: ['feature', take()],
        areas: [take()],
        pr_url: 'javascript:fired()',
        pr_number: 1,
        author: take(),
      },
      2: {
        text: take(),
        kinds: ['bug'],
        action_required: true,
        pr_url: `https://x.example/${line(take())}`,
        pr_number: 2,
      },
    }),
  };
  return (Object.keys(importFormats) as ImportFormat[]).map((format) => ({
    format,
    files: {
      [join(
        folder,
        `${format}${/^[[{]/.test(texts[format]) && !/reno|istio/.test(format) ? '.json' : /reno|istio/.test(format) ? '.yaml' : '.md'}`,
      )]: texts[format],
    },
  }));
}

/** What TeX has that leads elsewhere, loads something or sets attributes. */
const FORMULAS = [
  String.raw`\href{javascript:fired()}{x}`,
  String.raw`\url{javascript:fired()}`,
  String.raw`\includegraphics{https://evil.example/x.png}`,
  String.raw`\style{background:url(https://evil.example/x)}{x}`,
  String.raw`\class{x" onclick="fired()}{x}`,
  String.raw`\id{x" onclick="fired()}{x} \data{x="y" onclick="fired()"}{x}`,
  String.raw`\text{<img src=x onerror=fired()>} \color{red" onclick="fired()}x`,
];

/** The Markdown that Notion gives of a page whose author typed or pasted such texts, into every kind of block that has words. */
export function hostilePage(take: Take): string {
  const inside = () => take().replace(/\n/g, '<br>');
  return [
    '## Summary',
    take(),
    `<callout icon="💡" color="${line(take())}">\n\t${inside()}\n</callout>`,
    `<details color="x">\n<summary>${inside()}</summary>\n\t${inside()}\n</details>`,
    `<table header-row="true">\n<tr>\n<td>${inside()}</td>\n</tr>\n<tr>\n<td>${inside()}</td>\n</tr>\n</table>`,
    `<columns>\n\t<column>\n\t\t${inside()}\n\t</column>\n</columns>`,
    `<span color="${line(take())}" underline="true">${inside()}</span> <mention-page url="javascript:fired()">${inside()}</mention-page>`,
    `<video src="javascript:fired()">${inside()}</video>\n<embed src="https://evil.example/x">${inside()}</embed>`,
    `[${inside()}](javascript:fired()) \`$${inside()}$\`{color="red"}`,
    ...FORMULAS.map((formula) => `Before $${formula}$ behind\n$$\n${formula}\n$$`),
    `$$\n${take()}\n$$`,
    `\`\`\`${line(take())}\n${take()}\n\`\`\``,
    '## Included features',
    `- **${inside()}** ${inside()}\n\t- Component: ${inside()}\n\t- Action required: ${inside()}`,
    `- [ ] ${inside()}`,
    '## Known issues',
    `- ${inside()}`,
  ].join('\n');
}
