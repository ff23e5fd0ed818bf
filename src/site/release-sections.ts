import { type ChangeGroup, groupChanges } from '../release/order.ts';
import type { Release } from '../release/release.ts';
import { strings } from './strings.ts';

export interface Section {
  /** Anchors of sections begin with a capital; those of changes never do. */
  id: string;
  label: string;
  count?: number;
  /** True where the label is a heading of the author, and no word of the site. */
  isOwn?: true;
}

export const sectionIds = {
  upgrade: 'Before-you-upgrade',
  highlights: 'Highlights',
  issues: 'Known-issues',
  components: 'Components',
  downloads: 'Downloads',
  availability: 'Availability',
  maintenance: 'Maintenance',
  faq: 'Questions',
  materials: 'Materials',
} as const;

/** The same in every language of the interface. */
export function groupId(group: ChangeGroup): string {
  return group.charAt(0).toUpperCase() + group.slice(1);
}

export function extraId(key: string): string {
  return `Section-${key}`;
}

/** The parts of a release page that have something to say, in the order of the page. */
export function getSections(release: Release): Section[] {
  const parts: (Section | false)[] = [
    part(sectionIds.upgrade, strings.beforeYouUpgrade, release.upgrade?.length),
    Boolean(release.highlights) && { id: sectionIds.highlights, label: strings.highlights },
    ...groupChanges(release.changes ?? []).map(({ group, changes }) =>
      part(groupId(group), strings.groups[group], changes.length),
    ),
    part(sectionIds.issues, strings.knownIssues, release.knownIssues?.length),
    part(sectionIds.components, strings.components, release.components?.length),
    part(sectionIds.downloads, strings.downloads, release.downloads?.length),
    Boolean(release.audience ?? release.waves) && {
      id: sectionIds.availability,
      label: strings.availability,
    },
    part(sectionIds.maintenance, strings.maintenance, release.maintenance?.length),
    part(sectionIds.faq, strings.faq, release.faq?.length),
    part(sectionIds.materials, strings.materials, release.materials?.length),
    ...(release.extras ?? []).map(({ key, heading }) => ({
      id: extraId(key),
      label: heading,
      isOwn: true as const,
    })),
  ];
  return parts.filter((each) => each !== false);
}

function part(id: string, label: string, count: number | undefined): Section | false {
  return count ? { id, label, count } : false;
}
