import { gzipSync } from 'node:zlib';
import { versionLabel } from '../release/channel.ts';
import { changeGroups } from '../release/order.ts';
import type { Site } from '../release/site.ts';
import type { Status } from '../release/vocabulary.ts';
import { packLanguages } from './language-column.ts';
import type { ReleaseDocument, RoadmapDocument, SearchDocument } from './search-documents.ts';
import type { SearchFile } from './search-file.ts';
import { packTerms } from './search-pack.ts';

/**
 * What the index may weigh, in bytes of gzip. With the engine that is 300 kB before the first result, of which a small site uses a
 * tenth.
 */
const BUDGET = 280_000;

interface Documents {
  releases: readonly ReleaseDocument[];
  roadmap: readonly RoadmapDocument[];
}

/** How many of the newest releases are found by every word, and how many by the titles of their changes; the rest by its own title. */
interface Depth {
  words: number;
  changes: number;
}

/**
 * The search index as one JSON file. Where everything would weigh more than the budget, old releases lose the words of their
 * texts first, then their changes; every release is always found by its title, product and version.
 */
export function renderSearchIndex(documents: Documents, site: Site, budget = BUDGET): string {
  const all = documents.releases.length;
  const render = (depth: Depth, count = all) => {
    const shown = count === all ? documents : { releases: documents.releases.slice(0, count), roadmap: [] };
    return JSON.stringify(makeFile(shown, site, depth));
  };
  // Compression looks back no further than 32 kB, so what the newest releases add can be weighed without the others.
  const added = (count: number, depth: Depth, less: Depth) =>
    weigh(render(depth, count)) - weigh(render(less, count));
  const least = weigh(render({ words: 0, changes: 0 }));
  // Of what the titles of the releases leave, the larger part is for finding changes, the rest for the words of the newest.
  const weighChanges = (changes: number) =>
    least + added(changes, { words: 0, changes }, { words: 0, changes: 0 });
  const changes = mostThat(weighChanges, all, least + (budget - least) * 0.6);
  const withChanges = weighChanges(changes);
  const weighWords = (words: number) =>
    withChanges + added(words, { words, changes: words }, { words: 0, changes: words });
  const words = mostThat(weighWords, changes, budget);
  return render({ words, changes });
}

function makeFile({ releases, roadmap }: Documents, site: Site, depth: Depth): SearchFile {
  const places = new Map(site.products.map(({ id }, place) => [id, place]));
  const productAt = (id: string | undefined) => places.get(id ?? '') ?? -1;
  const detailed = releases.slice(0, depth.changes);
  const changes = detailed.flatMap((each, release) => each.changes().map((change) => ({ change, release })));
  const issues = detailed.flatMap((each, release) => each.issues().map((issue) => ({ issue, release })));
  const isFull = (release: number) => release < depth.words;
  const excerptOf = (document: SearchDocument, release: number) =>
    isFull(release) ? document.excerpt() : '';
  const all = [
    ...releases,
    ...changes.map(({ change }) => change),
    ...issues.map(({ issue }) => issue),
    ...roadmap,
  ];
  const titles = packLanguages(
    all.map(({ locale }) => locale),
    site.locale,
  );
  const excerpts = packLanguages(
    all.map(({ excerptLocale }) => excerptLocale),
    site.locale,
  );
  return {
    version: 1,
    products: site.products.map(({ id, name }) => ({ id, name })),
    releases: {
      title: releases.map(({ title }) => title),
      product: releases.map(({ release }) => productAt(release.product)),
      label: releases.map(({ release }) => versionLabel(release) ?? ''),
      day: releases.map(({ release }) => release.released ?? ''),
      address: releases.map(({ address }) => address),
      excerpt: releases.map(excerptOf),
      state: statesOf(releases),
    },
    changes: {
      title: changes.map(({ change }) => change.title),
      release: changes.map(({ release }) => release),
      group: changes.map(({ change }) => changeGroups.indexOf(change.group)),
      id: changes.map(({ change }) => change.id),
      excerpt: changes.map(({ change, release }) => excerptOf(change, release)),
    },
    issues: {
      title: issues.map(({ issue }) => issue.title),
      release: issues.map(({ release }) => release),
      id: issues.map(({ issue }) => issue.id),
      excerpt: issues.map(({ issue, release }) => excerptOf(issue, release)),
    },
    roadmap: {
      title: roadmap.map(({ title }) => title),
      product: roadmap.map(({ product }) => productAt(product)),
      address: roadmap.map(({ address }) => address),
      excerpt: roadmap.map((each) => each.excerpt()),
    },
    groups: changeGroups,
    ...(titles && { titleLanguages: titles }),
    ...(excerpts && { excerptLanguages: excerpts }),
    ...packTerms([
      ...releases.map((each, release) => (isFull(release) ? each : undefined)),
      ...changes.map(({ change, release }) => (isFull(release) ? change : undefined)),
      ...issues.map(({ issue, release }) => (isFull(release) ? issue : undefined)),
      ...roadmap,
    ]),
  };
}

function statesOf(releases: readonly ReleaseDocument[]): Record<number, Status> {
  return Object.fromEntries(
    releases.flatMap(({ release }, place) =>
      release.status === 'released' ? [] : [[place, release.status]],
    ),
  );
}

/**
 * The largest count that fits, to within a few per cent. It grows step by step, because what is weighed has to be made first;
 * weight grows nearly in line with the count, so that two weights tell where to look next.
 */
function mostThat(weightOf: (count: number) => number, all: number, budget: number): number {
  let [count, weight] = [0, weightOf(0)];
  let next = Math.min(all, 64);
  while (next > count) {
    const nextWeight = weightOf(next);
    const slope = Math.max(1e-9, (nextWeight - weight) / (next - count));
    if (nextWeight > budget) return Math.max(count, Math.floor(count + ((budget - weight) / slope) * 0.97));
    [count, weight] = [next, nextWeight];
    next = Math.min(all, Math.floor(count + Math.min(count * 15, ((budget - weight) / slope) * 0.97)));
  }
  return count;
}

function weigh(text: string): number {
  return gzipSync(text).length;
}
