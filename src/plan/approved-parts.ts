import type { Place } from './document.ts';
import type { Plan, PlanChange, PlanCriterion, PlanWave } from './plan.ts';
import { wavesOf } from './facts.ts';
import { type SectionKey, sections } from './sections.ts';

/** One thing that is approved: a change, a wave, a criterion; as words, and where it stands. */
export interface ApprovedItem {
  title: string;
  words: string;
  place?: Place | undefined;
}

export interface ApprovedPart {
  key: string;
  /** As messages name it. */
  name: string;
  items: ApprovedItem[];
  place?: Place | undefined;
}

const CHANGES = [
  'included',
  'improvements',
  'fixes',
  'security',
  'deprecations',
  'removals',
  'breaking',
] as const satisfies readonly SectionKey[];

/**
 * What an approval is about: scope, schedule and audience. References, estimates and states of waves are not part of it, because they
 * change while the plan is carried out.
 */
export function getApprovedParts(plan: Plan): ApprovedPart[] {
  const { values, fields, places } = plan;
  const sectionPart = (key: SectionKey, items: ApprovedItem[]): ApprovedPart => ({
    key,
    name: `“${sections.find((section) => section.key === key)?.heading}”`,
    items,
    place: plan.sections.find((section) => section.key === key)?.place,
  });
  return [
    ...CHANGES.map((key) => sectionPart(key, (values[key] ?? []).map(changeItem))),
    sectionPart(
      'excluded',
      (values.excluded ?? []).map(({ what, place }) => itemOf(what, place)),
    ),
    {
      key: 'target',
      name: 'the target',
      items: fields.target ? [itemOf(fields.target, places.target)] : [],
      place: places.target,
    },
    sectionPart('waves', wavesOf(plan).map(waveItem)),
    sectionPart(
      'timeline',
      (values.timeline ?? []).map(({ name, date, place }) => itemOf(name, place, date)),
    ),
    sectionPart(
      'maintenance',
      (values.maintenance ?? []).map(({ start, end, place }) => itemOf(start, place, end)),
    ),
    sectionPart('audience', audienceItems(plan)),
  ].filter((part) => part.items.length > 0);
}

function changeItem(change: PlanChange): ApprovedItem {
  const { title, text, purpose, breaking, action, removal, replacement, place } = change;
  return itemOf(title, place, text, purpose, breaking && 'breaking', action, removal, replacement);
}

function waveItem({
  name,
  cohort,
  share,
  regions,
  start,
  end,
  duration,
  exit,
  place,
}: PlanWave): ApprovedItem {
  return itemOf(name, place, cohort, share, ...regions, start, end, duration, exit);
}

function audienceItems({ values }: Plan): ApprovedItem[] {
  const { audience, inclusion = [], exclusion = [], segments = [] } = values;
  const words = [
    ...(audience?.segments ?? []),
    ...(audience?.regions ?? []),
    ...(audience?.channels ?? []),
    ...(audience?.tiers ?? []),
    ...(values.regions ?? []),
    ...(values.channels ?? []),
    ...(values.tiers ?? []),
  ];
  const criterionItem = (sort: string) => (criterion: PlanCriterion) =>
    itemOf(
      criterion.text,
      criterion.place,
      sort,
      criterion.reason,
      ...criterion.regions,
      ...criterion.channels,
      ...criterion.tiers,
    );
  return [
    ...segments.map(({ name, text, place }) => itemOf(name, place, text)),
    ...[...(audience?.include ?? []), ...inclusion].map(criterionItem('in')),
    ...[...(audience?.exclude ?? []), ...exclusion].map(criterionItem('out')),
    ...words.map((word) => itemOf(word, undefined)),
  ];
}

function itemOf(
  title: string,
  place: Place | undefined,
  ...more: readonly (string | number | false | undefined)[]
): ApprovedItem {
  const words = [title, ...more.map((each) => each || '')].join('\n');
  return {
    title,
    words: words
      .normalize('NFC')
      .replace(/[^\S\n]+|\n+$/g, ' ')
      .trim(),
    place,
  };
}
