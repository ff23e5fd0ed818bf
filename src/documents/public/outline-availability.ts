import type { Criterion, Release, Wave } from '../../release/release.ts';
import { escapeMarkdown, type Item, type Section, section, texts } from './outline.ts';

/** Who gets a release, who does not and why, in which steps, and from where it can be had. */
export function availabilityOf(release: Release): Section[] {
  return [
    ...section('Roll-out', (release.waves ?? []).map(waveItem), { ordered: true }),
    ...section('Who gets it', (release.audience?.include ?? []).map(criterionItem)),
    ...section('Not included, and why', (release.audience?.exclude ?? []).map(criterionItem)),
    ...section('Maintenance', (release.maintenance ?? []).map(maintenanceItem)),
  ];
}

function waveItem({ name, state, share, regions }: Wave): Item {
  const facts = [share === undefined ? undefined : `${share} %`, regions?.join(', '), state];
  return { title: escapeMarkdown(`${name}: ${facts.filter(Boolean).join(' · ')}`), passages: [] };
}

function criterionItem({ text, reason }: Criterion): Item {
  return { title: escapeMarkdown(text), passages: texts(reason, 'Why') };
}

function maintenanceItem({
  start,
  end,
  zone,
  impact,
  affected,
}: NonNullable<Release['maintenance']>[number]): Item {
  return {
    title: escapeMarkdown(`${start} – ${end} (${zone})`),
    passages: [...texts(impact), ...texts(affected && escapeMarkdown(affected.join(', ')), 'Affected')],
  };
}
