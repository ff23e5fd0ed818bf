import { report } from '../plan/message.ts';
import type { Plan } from '../plan/plan.ts';
import type { Change, KnownIssue, Release } from '../release/release.ts';
import type { Site } from '../release/site.ts';
import { type ReleaseTranslation, ReleaseTranslationSchema } from '../release/translation.ts';
import { matchTranslated } from './match-translated.ts';
import { publishPlan } from './publish-plan.ts';
import { validate } from './validate.ts';
import { withoutNothing } from './without-nothing.ts';

/**
 * The public texts of a plan that translates another. They pass the same wall as those of any plan, and of what is left only those
 * texts are copied that the record of the original has, too: what is public is decided once, in the original.
 *
 * @param original the public record of the plan that is translated
 * @returns `undefined`, with a message on the plan, where the texts cannot be published
 */
export function publishTranslation(
  plan: Plan,
  locale: string,
  original: Release,
  previous: ReleaseTranslation | undefined,
  site: Site,
  now: Date,
): ReleaseTranslation | undefined {
  const { id, product, version, status, title } = original;
  const fields = { ...plan.fields, id, product, version, status, title: plan.fields.title ?? title };
  const own = publishPlan(
    { ...plan, fields: { ...fields, editedAt: original.edited?.on } },
    site,
    undefined,
    now,
  );
  if (!own) return undefined;
  const told = (what: string, count: number, expected: number) =>
    report(plan.file, {
      code: 'RP162',
      severity: 'warning',
      text: `Unexpected ${count} ${what}, expected ${expected} as in the original: which is which cannot be told`,
      hint: 'Write as many in the same order, or give those of both the same id: `{#reserve}` at the end of the title.',
    });
  for (const part of ['upgrade', 'waves', 'maintenance'] as const) {
    const [count, expected] = [own[part]?.length ?? 0, original[part]?.length ?? 0];
    if (count > 0 && expected > 0 && count !== expected) told(PARTS[part], count, expected);
  }
  reportNotOptedIn(plan, own, original);
  const match = <Item extends Change | KnownIssue>(
    items: readonly Item[] | undefined,
    originals: readonly Item[] | undefined,
    before: readonly { id: string; title: string }[] | undefined,
  ) => matchTranslated(items ?? [], originals ?? [], before, told);
  const headings = new Map<string, string>(plan.sections.map(({ key, heading }) => [key, heading]));
  const record: Record<keyof ReleaseTranslation, unknown> = {
    of: id,
    locale,
    title: own.title,
    reason: own.reason,
    editNote: own.edited?.note,
    summary: own.summary,
    upgrade: own.upgrade,
    highlights: own.highlights,
    changes: match(own.changes, original.changes, previous?.changes).map(changeTexts),
    knownIssues: match(own.knownIssues, original.knownIssues, previous?.knownIssues).map(issueTexts),
    audience: own.audience && {
      include: own.audience.include?.map(({ text, reason }) => ({ text, reason })),
      exclude: own.audience.exclude?.map(({ text, reason }) => ({ text, reason })),
    },
    waves: own.waves?.map(({ name }) => name),
    maintenance: own.maintenance?.map(({ impact, affected }) => ({ impact, affected })),
    faq: own.faq,
    materials: own.materials,
    // In a translation, a section is called as its author calls it: the format's own name is English.
    extras: own.extras?.map(({ key, text }) => ({ key, heading: headings.get(key), text })),
  };
  const translation = validate(ReleaseTranslationSchema, record, plan.file);
  return translation && limitTranslation(translation, original);
}

/** Tells of texts that stay inside because the translation does not opt in to what its original does. */
function reportNotOptedIn({ file, sections }: Plan, own: Release, original: Release): void {
  original.extras?.forEach(({ key, heading }) => {
    const written = sections.find((section) => section.key === key && section.filled);
    if (!written || own.extras?.some((each) => each.key === key)) return;
    report(file, {
      code: 'RP162',
      severity: 'warning',
      text: `Unexpected “${written.heading}” that \`publish\` does not name, which stays in the language of the original`,
      hint: `Name it as the original does: \`publish: [${heading}]\`.`,
      place: written.place,
    });
  });
}

/** Leaves out what the original does not say, or says no more. */
export function limitTranslation(translation: ReleaseTranslation, original: Release): ReleaseTranslation {
  const { of, locale, changes, knownIssues, extras, ...texts } = translation;
  const isSaid = (part: string) =>
    part === 'editNote' ? original.edited?.note : original[part as keyof Release];
  return ReleaseTranslationSchema.parse(
    withoutNothing({
      of,
      locale,
      ...Object.fromEntries(Object.entries(texts).filter(([part]) => isSaid(part))),
      changes: changes?.filter(({ id }) => original.changes?.some((each) => each.id === id)),
      knownIssues: knownIssues?.filter(({ id }) => original.knownIssues?.some((each) => each.id === id)),
      extras: extras?.filter(({ key }) => original.extras?.some((each) => each.key === key)),
    }),
  );
}

const PARTS = { upgrade: 'steps', waves: 'waves', maintenance: 'maintenance windows' } as const;

function changeTexts({ id, title, text, purpose, component, action, replacement, links }: Change) {
  return { id, title, text, purpose, component, action, replacement, links };
}

function issueTexts({ id, title, text, affects, workaround }: KnownIssue) {
  return { id, title, text, affects, workaround };
}
