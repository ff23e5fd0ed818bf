import { wordsOf } from '../../languages/languages.ts';
import type { Criterion, Release, Wave } from '../../release/release.ts';
import type { Site } from '../../release/site.ts';
import { escapeMarkdown, type Item, type Section, section, texts } from './outline.ts';

/** Who gets a release, who does not and why, in which steps, and from where it can be had. */
export function availabilityOf(release: Release, site: Site): Section[] {
  const { page, documents } = wordsOf(site);
  return [
    ...section(
      page.rollOut,
      (release.waves ?? []).map((wave) => waveItem(wave, site)),
      { ordered: true },
    ),
    ...section(
      page.included,
      (release.audience?.include ?? []).map((each) => criterionItem(each, page.why)),
    ),
    ...section(
      page.excluded,
      (release.audience?.exclude ?? []).map((each) => criterionItem(each, page.why)),
    ),
    ...section(
      page.maintenance,
      (release.maintenance ?? []).map((each) => maintenanceItem(each, documents.affected)),
    ),
  ];
}

function waveItem({ name, state, share, regions }: Wave, site: Site): Item {
  const percent = new Intl.NumberFormat(site.locale, { style: 'percent', maximumFractionDigits: 2 });
  const facts = [
    share === undefined ? undefined : percent.format(share / 100),
    regions?.join(', '),
    wordsOf(site).page.waveStates[state],
  ];
  return { title: escapeMarkdown(`${name}: ${facts.filter(Boolean).join(' · ')}`), passages: [] };
}

function criterionItem({ text, reason }: Criterion, why: string): Item {
  return { title: escapeMarkdown(text), passages: texts(reason, why) };
}

function maintenanceItem(
  { start, end, zone, impact, affected }: NonNullable<Release['maintenance']>[number],
  affectedWord: string,
): Item {
  return {
    title: escapeMarkdown(`${start} – ${end} (${zone})`),
    passages: [...texts(impact), ...texts(affected && escapeMarkdown(affected.join(', ')), affectedWord)],
  };
}
