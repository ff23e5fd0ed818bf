import { VFile } from 'vfile';
import { applySeverities } from '../src/plan/check-plan.ts';
import { report } from '../src/plan/message.ts';
import { brokenLinkRule } from '../src/plan/rules/link-rules.ts';
import type { BrokenLink } from '../src/site/broken-links.ts';
import { Problem } from '../src/sources/problem.ts';
import type { ContentFolder } from './content.ts';
import { findLinkPlaces } from './link-places.ts';
import { printMessages } from './report.ts';
import { counted } from './terminal.ts';

/**
 * Tells of every link, picture and anchor of a built site that leads to nothing, at the place where its author wrote it.
 * @throws {Problem} where the settings make an error of it
 */
export function checkLinks(content: ContentFolder, broken: readonly BrokenLink[]): void {
  const files = describeBroken(content, broken, content.settings.site.url.replace(/\/*$/, '/'));
  for (const file of files) applySeverities(file, content.settings);
  printMessages(files, 'info');
  const errors = files.flatMap((file) => file.messages).filter((message) => message.fatal);
  if (errors.length === 0) return;
  throw new Problem(`The site was not replaced: ${counted(errors.length, 'link')} within it lead nowhere.`, {
    hint: 'The lines above say where. With `rules: { RP143: warning }` in site.yaml it is built all the same.',
  });
}

/** One message a link. What nobody wrote is on the page, and a fault of ours. */
function describeBroken(content: ContentFolder, broken: readonly BrokenLink[], siteUrl: string): VFile[] {
  if (broken.length === 0) return [];
  const { code, severity, fix } = brokenLinkRule;
  const places = findLinkPlaces(content);
  const ours: VFile[] = [];
  const byLink = Map.groupBy(broken, ({ link }) => spellingsOf(link, siteUrl)[0]);
  for (const [first] of byLink.values()) {
    const spellings = spellingsOf(first?.link ?? '', siteUrl);
    const text = `Unexpected link to \`${spellings[0]}\`, where this site has nothing`;
    if (places.report(spellings, { code, severity, text, hint: fix })) continue;
    const page = new VFile({ path: first?.file ?? '' });
    report(page, {
      code,
      severity,
      text,
      hint: 'No plan has this link, so it is a fault of Slipway: please report it.',
    });
    ours.push(page);
  }
  return [...places.files(), ...ours];
}

/** How an author may have written a link of a page: without the base, whole, and an anchor without its prefix. */
function spellingsOf(link: string, siteUrl: string): string[] {
  const { pathname } = new URL(siteUrl);
  if (link.startsWith('#')) {
    const words = link.slice(1).split('-');
    return words.map((_, index) => `#${words.slice(index).join('-')}`);
  }
  if (link.startsWith(siteUrl)) return [`/${link.slice(siteUrl.length)}`, link];
  if (link.startsWith(pathname)) return [`/${link.slice(pathname.length)}`, new URL(link, siteUrl).href];
  return [link];
}
