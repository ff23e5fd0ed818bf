import { join, resolve } from 'node:path';
import { renderChangelog } from '../src/documents/public/changelog-markdown.ts';
import { renderFault } from '../src/documents/public/comparison-words.ts';
import { describeDigest } from '../src/documents/public/digest.ts';
import { renderDigestHtml } from '../src/documents/public/digest-html.ts';
import { renderDigestText } from '../src/documents/public/digest-text.ts';
import { renderReleaseMarkdown } from '../src/documents/public/release-markdown.ts';
import { renderReleasesJson } from '../src/documents/public/releases-json.ts';
import { renderSlack } from '../src/documents/public/slack.ts';
import { nearest } from '../src/plan/nearest.ts';
import { describeLines } from '../src/release/compare-line.ts';
import { findVersions, wasTakenBack } from '../src/release/compare-versions.ts';
import { isDay } from '../src/release/date.ts';
import type { Release } from '../src/release/release.ts';
import { findProduct, type Site } from '../src/release/site.ts';
import { Problem } from '../src/sources/problem.ts';
import { type Command, commonOptions, type OptionValues } from './command.ts';
import { display } from './content.ts';
import { makeFolder, reasonOf, replaceFile } from './folders.ts';
import { readPublicContent } from './public-content.ts';
import { printError } from './terminal.ts';

/** Each format, what it is, whether it tells of one release alone, and the files that it is. */
const formats = {
  changelog: {
    about: 'CHANGELOG.md as Keep a Changelog describes it',
    one: false,
    render: (releases: Release[], site: Site) => ({ 'CHANGELOG.md': renderChangelog(releases, site) }),
  },
  github: {
    about: 'the body of a release on GitHub or Gitea, in Markdown',
    one: true,
    render: ([release]: Release[], site: Site) => ({
      'release.md': release ? renderReleaseMarkdown(release, site, { level: 1, title: false }) : '',
    }),
  },
  email: {
    about: 'a digest as e-mail, in HTML and as text',
    one: false,
    render: (releases: Release[], site: Site) => {
      const digest = describeDigest(releases, site);
      return { 'digest.html': renderDigestHtml(digest), 'digest.txt': renderDigestText(digest) };
    },
  },
  slack: {
    about: 'a message of blocks for Slack, as JSON',
    one: true,
    render: (releases: Release[], site: Site) => ({
      'slack.json': renderSlack(describeDigest(releases, site)),
    }),
  },
  json: {
    about: 'the records as JSON, as `releases.json` has them',
    one: false,
    render: (releases: Release[], site: Site) => ({
      'releases.json': renderReleasesJson(releases, [], site),
    }),
  },
} as const;
type Format = keyof typeof formats;

export const exportCommand: Command = {
  parameters: '<format> [version]',
  options: {
    content: commonOptions.content,
    product: { type: 'string', value: '<id>', help: 'Only releases of this product' },
    since: { type: 'string', value: '<day>', help: 'Only releases from this day on' },
    text: { type: 'boolean', help: 'Of an e-mail print the text, not the HTML' },
    out: { type: 'string', value: '<folder>', help: 'Write files into this folder instead of printing' },
    now: commonOptions.now,
  },
  async run([word, version], options) {
    const format = readFormat(word);
    const { site, shipped } = readPublicContent(options);
    const releases = choose(shipped, site, formats[format].one, version, options);
    const files = formats[format].render(releases, site);
    if (typeof options['out'] === 'string') writeAll(resolve(options['out']), files);
    else process.stdout.write(Object.values(files)[options['text'] ? 1 : 0] ?? Object.values(files)[0] ?? '');
    return 0;
  },
};

function readFormat(word: string | undefined): Format {
  const names = Object.keys(formats) as Format[];
  const format = names.find((each) => each === word?.toLowerCase());
  if (format) return format;
  const guess = word && nearest(word, names);
  throw new Problem(word ? `There is no format \`${word}\`.` : 'Which format?', {
    hint: guess
      ? `Did you mean \`${guess}\`?`
      : names.map((name) => `${name}: ${formats[name].about}.`).join('\n  '),
  });
}

function choose(
  shipped: readonly Release[],
  site: Site,
  isOne: boolean,
  version: string | undefined,
  options: OptionValues,
): Release[] {
  const { product: asked, since } = options;
  const product = typeof asked === 'string' ? findProduct(site.products, asked)?.id : undefined;
  if (typeof asked === 'string' && product === undefined)
    throw new Problem(`site.yaml knows no product \`${asked}\`.`, {
      hint: `It knows ${site.products.map(({ id }) => id).join(', ')}.`,
    });
  if (typeof since === 'string' && !isDay(since))
    throw new Problem(`\`--since ${since}\` is no day.`, { hint: 'Write 2026-05-07.' });
  const own = shipped
    .filter((release) => product === undefined || release.product === product)
    .filter((release) => typeof since !== 'string' || (release.released ?? '') >= since);
  if (version !== undefined) return [findOne(own, version, site)];
  const newest = own.find(({ status }) => !wasTakenBack(status)) ?? own[0];
  if (own.length === 0 || !newest)
    throw new Problem('There is no public release to write.', {
      hint: 'Run `slipway publish` first, or leave out `--since` or `--product`.',
    });
  return isOne ? [newest] : own;
}

function findOne(releases: readonly Release[], version: string, site: Site): Release {
  const nameOf = (id: string) => site.products.find((product) => product.id === id)?.name ?? id;
  const found = findVersions(describeLines(releases), { from: version, to: version });
  if ('fault' in found)
    throw new Problem(renderFault(found, nameOf), {
      hint: 'Name the product with `--product` where several have the version.',
    });
  return found.from;
}

function writeAll(folder: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    try {
      makeFolder(folder);
      replaceFile(path, text);
      printError(`${display(path)} written.`);
    } catch (cause) {
      throw new Problem(`\`${display(path)}\` could not be written: ${reasonOf(cause)}.`, { cause });
    }
  }
}
