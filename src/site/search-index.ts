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
  const { releases } = documents;
  const all = releases.length;
  const render = (depth: Depth) => JSON.stringify(makeFile(documents, site, depth));
  // Compression looks back no further than 32 kB, so what the newest releases add can be weighed without the others.
  const least = weigh(render({ words: 0, changes: 0 }));
  // Of what the titles of the releases leave, the larger part is for finding changes, the rest for the words of the newest.
  const changes = mostThat(
    (count) => weigh(JSON.stringify(describeChanges(releases.slice(0, count), 0))),
    all,
    (budget - least) * 0.6,
  );
  const words = mostThat(
    (count) => weigh(JSON.stringify(describeWords(releases.slice(0, count)))),
    changes.count,
    budget - least - changes.weight,
  );
  return render({ words: words.count, changes: changes.count });
}

function makeFile({ releases, roadmap }: Documents, site: Site, depth: Depth): SearchFile {
  const places = new Map(site.products.map(({ id }, place) => [id, place]));
  const productAt = (id: string | undefined) => places.get(id ?? '') ?? -1;
  const found = findDocuments(releases.slice(0, depth.changes));
  const all = [
    ...releases,
    ...found.changes.map(({ change }) => change),
    ...found.issues.map(({ issue }) => issue),
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
      excerpt: releases.map((each, place) => (place < depth.words ? each.excerpt() : '')),
      state: statesOf(releases),
    },
    ...describeChanges(releases.slice(0, depth.changes), depth.words),
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
      ...releases.map((each, release) => (release < depth.words ? each : undefined)),
      ...found.changes.map(({ change, release }) => (release < depth.words ? change : undefined)),
      ...found.issues.map(({ issue, release }) => (release < depth.words ? issue : undefined)),
      ...roadmap,
    ]),
  };
}

/** What is found of the changes and issues of releases; those of the first have words. */
function describeChanges(
  releases: readonly ReleaseDocument[],
  words: number,
): Pick<SearchFile, 'changes' | 'issues'> {
  const { changes, issues } = findDocuments(releases);
  const excerptOf = (document: SearchDocument, release: number) =>
    release < words ? document.excerpt() : '';
  return {
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
  };
}

/** What the words of releases add to the index. */
function describeWords(releases: readonly ReleaseDocument[]) {
  const { changes, issues } = findDocuments(releases);
  const documents = [
    ...releases,
    ...changes.map(({ change }) => change),
    ...issues.map(({ issue }) => issue),
  ];
  return { excerpts: documents.map((each) => each.excerpt()), ...packTerms(documents) };
}

/** The changes and issues of releases, with the place of each one's release. */
function findDocuments(releases: readonly ReleaseDocument[]) {
  return {
    changes: releases.flatMap((each, release) => each.changes().map((change) => ({ change, release }))),
    issues: releases.flatMap((each, release) => each.issues().map((issue) => ({ issue, release }))),
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
 * The largest count that fits, to within a few per cent, and its weight. It grows step by step, because what is weighed has to be made first;
 * weight grows nearly in line with the count, so that two weights tell where to look next, and at last where to stop.
 */
function mostThat(
  weightOf: (count: number) => number,
  all: number,
  budget: number,
): { count: number; weight: number } {
  let [count, weight] = [0, 0];
  let next = Math.min(all, 64);
  while (next > count) {
    const nextWeight = weightOf(next);
    const slope = Math.max(1e-9, (nextWeight - weight) / (next - count));
    const isOver = nextWeight > budget;
    if (!isOver) [count, weight] = [next, nextWeight];
    const more = Math.min(all - count, Math.max(0, Math.floor(((budget - weight) / slope) * 0.97)));
    if (isOver || more < all * NEAR) return { count: count + more, weight: weight + more * slope };
    next = count + Math.min(count * 15, more);
  }
  return { count, weight };
}

/** A part of all that is not worth another weighing. */
const NEAR = 0.05;

function weigh(text: string): number {
  return gzipSync(text).length;
}
