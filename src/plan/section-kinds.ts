import type { SectionForm } from './sections.ts';

/** True for sections that hold names, of which “Internal” may be one, as of a wave. */
export function holdsNames(form: SectionForm | undefined): boolean {
  return NAMES.has(form);
}

/** True for sections that hold items with labels; not for prose, as in a text that is no section. */
export function holdsItems(form: SectionForm | undefined): boolean {
  return !NAMES.has(form) && !PROSE.has(form);
}

/** True for sections that say who sees a release, of which those inside may be some. */
export function speaksOfPeople(form: SectionForm): boolean {
  return holdsNames(form) || AUDIENCE.has(form);
}

const AUDIENCE = new Set<SectionForm>(['audience', 'inclusions', 'exclusions']);
const NAMES = new Set<SectionForm | undefined>(['rollout', 'waves', 'segments', 'words']);
const PROSE = new Set<SectionForm | undefined>([
  undefined,
  'text',
  'steps',
  'questions',
  'excluded',
  'validation',
]);
