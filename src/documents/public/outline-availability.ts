import { wordsOf } from '../../languages/languages.ts';
import type { Criterion, Release, Wave } from '../../release/release.ts';
import { foreignPart } from '../../release/language.ts';
import type { Site } from '../../release/site.ts';
import { formatWindow } from './format-date.ts';
import { escapeMarkdown, inLanguage, type Item, type Section, section, texts } from './outline.ts';

/** Who gets a release, who does not and why, in which steps, and from where it can be had. */
export function availabilityOf(release: Release, site: Site): Section[] {
  const { page } = wordsOf(site);
  const audience = foreignPart(site, release, 'audience');
  return [
    ...section(
      page.rollOut,
      (release.waves ?? []).map((wave) => waveItem(wave, site, foreignPart(site, release, 'waves'))),
      { ordered: true },
    ),
    ...section(
      page.included,
      inLanguage(
        (release.audience?.include ?? []).map((each) => criterionItem(each, page.why)),
        audience,
      ),
    ),
    ...section(
      page.excluded,
      inLanguage(
        (release.audience?.exclude ?? []).map((each) => criterionItem(each, page.why)),
        audience,
      ),
    ),
    ...section(
      page.maintenance,
      (release.maintenance ?? []).map((each) => {
        const item = maintenanceItem(each, site);
        return { ...item, passages: inLanguage(item.passages, foreignPart(site, release, 'maintenance')) };
      }),
    ),
  ];
}

function waveItem({ name, state, share, regions }: Wave, site: Site, locale: string | undefined): Item {
  const percent = new Intl.NumberFormat(site.locale, { style: 'percent', maximumFractionDigits: 2 });
  const facts = [
    share === undefined ? undefined : percent.format(share / 100),
    regions?.join(', '),
    wordsOf(site).page.waveStates[state],
  ];
  const told = facts.filter(Boolean).join(' · ');
  // Two languages do not share a line.
  if (locale) return { title: escapeMarkdown(name), locale, passages: texts(escapeMarkdown(told)) };
  return { title: escapeMarkdown(`${name}: ${told}`), passages: [] };
}

function criterionItem({ text, reason }: Criterion, why: string): Item {
  return { title: text, passages: texts(reason, why) };
}

function maintenanceItem(window: NonNullable<Release['maintenance']>[number], site: Site): Item {
  const { zone, impact, affected } = window;
  return {
    title: escapeMarkdown(`${formatWindow(window, zone, site.locale)} (${zone})`),
    passages: [
      ...texts(impact),
      ...texts(affected && escapeMarkdown(affected.join(', ')), wordsOf(site).documents.affected),
    ],
  };
}
