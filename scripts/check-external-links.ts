import { join } from 'node:path';
import type { VFile } from 'vfile';
import { applySeverities } from '../src/plan/check-plan.ts';
import { lostLinkRule } from '../src/plan/rules/link-rules.ts';
import { tryLinks } from '../src/sources/external-links.ts';
import type { ContentFolder } from './content.ts';
import { findLinkPlaces } from './link-places.ts';
import { startProgress } from './progress.ts';
import { readRecordFiles } from './records.ts';

/** Asks other sites whether they answer the links to them that are public; gives back the files that have links that are lost. */
export async function checkExternalLinks(content: ContentFolder): Promise<VFile[]> {
  const links = collectLinks(content);
  const progress = startProgress();
  const trials = await tryLinks(links, {
    timeout: 15_000,
    pause: 500,
    onTried: (done) => progress.show('Asking other sites', done, links.length),
  }).finally(() => progress.end());
  const places = findLinkPlaces(content);
  const { code, severity, fix } = lostLinkRule;
  for (const { url, outcome, why } of trials) {
    if (outcome === 'fine') continue;
    const isLost = outcome === 'lost';
    places.report([url], {
      code,
      severity: isLost ? severity : 'info',
      text: `${isLost ? 'Unexpected' : 'Doubtful'} link to \`${url}\`: ${why}`,
      hint: isLost ? fix : 'Open it yourself: a reader may get an answer where a program gets none.',
    });
  }
  const files = places.files();
  for (const file of files) applySeverities(file, content.settings);
  return files;
}

/** Addresses of other sites in public records. */
function collectLinks(content: ContentFolder): string[] {
  const own = new URL(content.settings.site.url).host;
  const texts = [...readRecordFiles(join(content.folder, 'releases')).values()];
  const links = texts.flatMap((text) => text.match(/https?:\/\/[^\s<>"'`\\)\]}|]+/g) ?? []);
  const whole = links.map((link) => link.replace(/[.,;:!?*_]+$/, '')).filter((link) => URL.canParse(link));
  return [...new Set(whole)].filter((link) => new URL(link).host !== own).sort();
}
