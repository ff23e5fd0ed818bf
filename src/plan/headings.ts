import type { Heading } from 'mdast';
import { lookAlike } from './look-alike.ts';
import { plainText } from './markdown.ts';
import { remembered } from './remembered.ts';
import { type Section, sections } from './sections.ts';

/** Additional names of sections, as `site.yaml` gives them: normalised name → section. */
export type SectionNames = ReadonlyMap<string, Section>;

/**
 * The section that a heading names, by its text: case, numbering, emoji, punctuation and depth do not matter.
 * @param within the section that is open above the heading. A part counts under its whole or beside its siblings, and elsewhere only
 *   where its name cannot mean anything else.
 * @param isBelow false where the heading stands no deeper than that of the open section
 */
export function findSection(
  heading: Heading,
  within: Section | undefined,
  more?: SectionNames,
  isBelow = true,
): Section | undefined {
  const name = normaliseHeading(plainText(heading));
  const whole = within?.partOf ?? within?.key;
  const part = whole && partsByName.get(`${whole}/${name}`);
  if (part) return part;
  const own = more?.get(name);
  if (own) return own;
  // Below changes, “Waves” may well be the name of a feature.
  const isLonePart = !(isBelow && within?.form === 'changes') && unmistakableParts.has(name);
  return (
    wholesByName.get(name) ??
    (isLonePart ? lonePartsByName.get(name) : undefined) ??
    findLookAlike(plainText(heading), more)
  );
}

/**
 * The internal section whose name a text is drawn like: “Rіsks” with a Cyrillic letter, or with one that nobody sees. What looks like a
 * public section is none: it stays an unknown heading, and internal.
 */
export function findLookAlike(text: string, more?: SectionNames): Section | undefined {
  const look = lookOf(text);
  const own = [...(more ?? [])].find(
    ([name, section]) => section.audience !== 'public' && lookOf(name) === look,
  );
  return own?.[1] ?? internalByLook.get(look);
}

/**
 * The internal section whose name somebody meant who wrote a letter too many or too few, or swapped two: “Riskss”. A letter that is another
 * one may make another word, as in “Disks”, and so does one of several, as in “Partner”.
 */
export function findMisspelt(text: string): Section | undefined {
  const look = lookOf(text);
  if (look.length < 5) return undefined;
  const found = [...internalByLook].find(
    ([name]) => name.length >= 5 && name !== `${look}s` && isSlip(look, name),
  );
  return found?.[1];
}

function isSlip(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other].toSorted((a, b) => a.length - b.length);
  if (long.length - short.length > 1 || one === other) return false;
  let at = 0;
  while (short[at] === long[at]) at++;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  return (
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  );
}

function lookOf(text: string): string {
  return normaliseHeading(lookAlike(text)).replaceAll(' ', '');
}

/** As deep as a heading can be: that of bold words, and of `<div>Risks</div>`. */
export const DEEPEST = 6;

/** The known heading that is spelt most like this one, for “did you mean”. */
export function sectionHeadings(): string[] {
  return sections.map((section) => section.heading);
}

/** `4.2 🔐 Security:` → `security`. */
export const normaliseHeading = remembered((text) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/\{[#.][^{}]*\}\s*$/, '')
    .replace(
      /^[\s\p{S}\p{P}]*(?:(?:section|part)\s+)?(?:\d+|[ivx]+(?=[.)])|[a-z](?=[.)]\s))(?:[.)]\d*)*[\s:.)\-–—]+/u,
      '',
    )
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim(),
);

const all: readonly Section[] = sections;

export const sectionsByKey: ReadonlyMap<string, Section> = new Map(
  all.map((section) => [section.key, section]),
);

const names = (section: Section) => [section.heading, ...(section.aliases ?? [])].map(normaliseHeading);

/** Sections that are no parts, by each of their names. */
export const wholesByName: ReadonlyMap<string, Section> = new Map(
  all
    .filter((section) => !section.partOf)
    .flatMap((section) => names(section).map((name) => [name, section] as const)),
);

const internalByLook = new Map(
  all
    .filter((section) => !section.partOf && section.audience !== 'public')
    .flatMap((section) => names(section).map((name) => [lookOf(name), section] as const)),
);

const partsByName = new Map(
  all
    .filter((section) => section.partOf)
    .flatMap((section) => names(section).map((name) => [`${section.partOf}/${name}`, section] as const)),
);

const lonePartsByName = new Map(
  all
    .filter((section) => section.partOf)
    .flatMap((section) => names(section).map((name) => [name, section] as const)),
);

/** Names of parts that cannot mean anything else, wherever they stand. */
const unmistakableParts = new Set(
  [
    'Inclusion criteria',
    'Exclusion criteria',
    'Plan tiers',
    'Waves',
    'Rollout waves',
    'Roll-out waves',
    'Phased rollout',
    'Deployment strategy',
    'Rollout strategy',
    'Roll-out strategy',
    'Feature flags',
    'Rollback',
    'Rollback plan',
    'Roll-back plan',
    'Specific goals',
    'Achievability',
    'Relevance to strategy',
    'Timeline for completion',
    'Metric actuals',
    'Issues and mitigations',
  ].map(normaliseHeading),
);
