import { z } from 'zod';
import { normaliseHeading, sectionHeadings, wholesByName } from './headings.ts';
import { nearest } from './nearest.ts';
import { profiles } from './profiles.ts';
import { type Section, sections } from './sections.ts';

/** The plan format of one site: what the tables say, and what its `site.yaml` adds. */
export interface PlanFormat {
  sections: readonly Section[];
  /** Names that the tables do not know: normalised heading → section. */
  names: ReadonlyMap<string, Section>;
  /** Profile → the keys of the sections that it asks for. */
  profiles: ReadonlyMap<string, readonly string[]>;
}

/** `sections:` and `profiles:` of `site.yaml`. */
export const FormatSettingsSchema = z.strictObject({
  /** By heading: more names of a section that there is, or a section of the site's own. */
  sections: z
    .record(
      z.string().min(1),
      z.union([
        z.array(z.string().min(1)),
        z.strictObject({
          aliases: z.array(z.string().min(1)).optional(),
          prompt: z.string().min(1).optional(),
          requiredFor: z.array(z.string().min(1)).optional(),
        }),
      ]),
    )
    .optional(),
  /** By name: the headings that a profile of the site's own asks for. */
  profiles: z
    .record(
      z.string().regex(/^[a-z][a-z0-9-]*$/, 'a name of small letters, digits and hyphens'),
      z.array(z.string().min(1)).min(1),
    )
    .optional(),
});
export type FormatSettings = z.infer<typeof FormatSettingsSchema>;

export const standardFormat: PlanFormat = {
  sections,
  names: new Map(),
  profiles: new Map(
    profiles.map((profile) => [
      profile,
      (sections as readonly Section[])
        .filter((each) => each.requiredFor?.includes(profile))
        .map(({ key }) => key),
    ]),
  ),
};

/**
 * The tables with what a site adds. A section of its own is text, and internal for good; what the tables say cannot be changed.
 * Faults name the setting and say what was expected.
 */
export function extendFormat(settings: FormatSettings): {
  format: PlanFormat;
  faults: { path: string[]; text: string }[];
} {
  const faults: { path: string[]; text: string }[] = [];
  const names = new Map<string, Section>();
  const own: Section[] = [];
  for (const [heading, given] of Object.entries(settings.sections ?? {})) {
    const known = wholesByName.get(normaliseHeading(heading));
    const { aliases = [], prompt, requiredFor } = Array.isArray(given) ? { aliases: given } : given;
    const section = known ?? createSection(heading, prompt);
    if (!known) own.push(section);
    // A section of the site's own says more than its names.
    if (!known && Array.isArray(given) && nearest(heading, sectionHeadings())) {
      faults.push({ path: ['sections', heading], text: misspelt('section', heading, sectionHeadings()) });
    }
    if (known && (prompt ?? requiredFor)) {
      faults.push({
        path: ['sections', heading],
        text: `“${heading}” is a section of the format, expected only more names for it`,
      });
    }
    for (const name of known ? aliases : [heading, ...aliases]) names.set(normaliseHeading(name), section);
  }
  const find = (heading: string) =>
    names.get(normaliseHeading(heading)) ?? wholesByName.get(normaliseHeading(heading));
  const wanted = new Map(standardFormat.profiles);
  for (const [profile, headings] of Object.entries(settings.profiles ?? {})) {
    wanted.set(
      profile,
      headings.flatMap((heading) => find(heading)?.key ?? missing(heading, ['profiles', profile])),
    );
  }
  for (const [heading, given] of Object.entries(settings.sections ?? {})) {
    const profilesOfIt = Array.isArray(given) ? [] : (given.requiredFor ?? []);
    for (const profile of profilesOfIt) {
      const keys = wanted.get(profile);
      const key = find(heading)?.key;
      if (keys && key) wanted.set(profile, [...keys, key]);
      else if (!keys)
        faults.push({ path: ['sections', heading], text: misspelt('profile', profile, [...wanted.keys()]) });
    }
  }
  return { format: { sections: [...sections, ...own], names, profiles: wanted }, faults };

  function missing(heading: string, path: string[]): string[] {
    const known = [...sectionHeadings(), ...own.map((section) => section.heading)];
    faults.push({ path, text: misspelt('section', heading, known) });
    return [];
  }
}

function createSection(heading: string, prompt = 'What is there to say?'): Section {
  return { key: `own:${normaliseHeading(heading)}`, heading, form: 'text', audience: 'never', prompt };
}

function misspelt(what: string, word: string, known: readonly string[]): string {
  const guess = nearest(word, known);
  return `Unknown ${what} \`${word}\`${guess ? `; did you mean \`${guess}\`?` : ''}`;
}
