import { renderChecklist, renderComparisonMarkdown } from '../documents/public/comparison-markdown.ts';
import { escapeMarkdown } from '../documents/public/outline.ts';
import { type Comparable, describeLines, labelOf, type Line } from '../release/compare-line.ts';
import { compareReleases, type Comparison } from '../release/compare.ts';
import type { IndexedRelease } from '../site/compare-file.ts';
import { compareStrings as strings } from '../site/compare-strings.ts';
import { loadRecord } from './compare-load.ts';
import { copyText } from './copy.ts';
import { make } from './search-elements.ts';

interface Compared {
  comparison: Comparison<IndexedRelease>;
  line: Line<IndexedRelease>;
  channel: string | undefined;
  /** What the product is called, where the site has several. */
  product: string | undefined;
  base: string;
}

/** The ways in which a comparison can be taken along. `say` tells where that failed. */
export function viewTools(compared: Compared, say: (text: string) => void): HTMLElement {
  const button = (text: string, act: () => Promise<unknown>) =>
    make('button', { type: 'button', onclick: () => void act().catch(() => say(strings.failed)) }, text);
  const tools = [
    navigator.clipboard && button(strings.copyLink, () => copyText(location.href)),
    navigator.clipboard &&
      button(strings.copyMarkdown, async () => {
        const options = { product: compared.product, words: strings };
        await copyText(renderComparisonMarkdown(await withTexts(compared), options));
      }),
    compared.comparison.counts.actions > 0 &&
      button(strings.checklist, async () => {
        const options = { product: compared.product, words: strings };
        download(
          `checklist-${compared.comparison.to.version ?? 'upgrade'}.md`,
          renderChecklist(await withTexts(compared), options),
        );
      }),
  ];
  return make('div', { class: 'compare-tools' }, ...tools);
}

/** The same comparison with the words of what is to be done: only releases that ask for something are loaded whole. */
async function withTexts({ comparison, line, channel, base }: Compared): Promise<Comparison> {
  const { from, to } = comparison;
  const asking = comparison.releases.filter(
    ({ upgrade = [], changes = [] }) => upgrade.length > 0 || changes.some(({ action }) => action),
  );
  const whole = new Map(
    await Promise.all(
      asking.map(
        async (release) => [release, await loadRecord(base, release)] as [IndexedRelease, Comparable],
      ),
    ),
  );
  const releases = line.releases.map((release) => whole.get(release) ?? inMarkdown(release));
  const [own] = describeLines(releases);
  const result = compareReleases(own?.releases ?? [], {
    from: from.version ? labelOf(from) : from.id,
    to: to.version ? labelOf(to) : to.id,
    ...(channel && { channel }),
  });
  if ('fault' in result) throw new Error(result.fault);
  return result;
}

/** Titles of the index are plain text. */
function inMarkdown(release: IndexedRelease): Comparable {
  return {
    ...release,
    changes: release.changes?.map((change) => ({ ...change, title: escapeMarkdown(change.title) })),
    knownIssues: release.knownIssues?.map((issue) => ({ ...issue, title: escapeMarkdown(issue.title) })),
  };
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
  make('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
