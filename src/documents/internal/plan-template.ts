import { type PlanFormat, standardFormat } from '../../plan/format.ts';
import type { Section } from '../../plan/sections.ts';

/** What is known of a plan before anybody has written it. */
export interface TemplateValues {
  title: string;
  id: string;
  profile: string;
  product?: string;
  version?: string;
  /** A partial date. */
  target?: string;
}

/**
 * A new plan: its fields, and its sections with what their author is asked as comments. It says nothing yet: it is 0 % complete, it
 * is a draft, and it is internal.
 */
export function renderTemplate(values: TemplateValues, format: PlanFormat = standardFormat): string {
  const chosen = sectionsFor(values.profile, format);
  const others = format.sections.filter((section) => !section.partOf && !chosen.includes(section));
  const more = others.map((section) => section.heading).join(' · ');
  return (
    [
      renderFields(values),
      `# ${values.title}`,
      ...chosen.map(renderSection),
      ...(more ? [`<!-- Also read, where you need them: ${more} -->`] : []),
    ].join('\n\n') + '\n'
  );
}

/** A feature is asked for everything; any other profile only for what it must say, and for what may be wrong. */
function sectionsFor(profile: string, { sections, profiles }: PlanFormat): readonly Section[] {
  const asked = profiles.get(profile) ?? [];
  const isLater = (section: Section) => section.key === 'validation' || section.partOf === 'validation';
  if (profile === 'feature') return sections.filter((section) => !isLater(section));
  return sections.filter((section) => asked.includes(section.key) || section.key === 'knownIssues');
}

function renderFields({ title, id, profile, product, version, target }: TemplateValues): string {
  const lines = [
    ['title', JSON.stringify(title)],
    ['id', id],
    ['profile', profile],
    ['product', product],
    ['version', version && JSON.stringify(version)],
    ['status', 'draft'],
    ['visibility', 'internal'],
    ['target', target],
    ['owner', undefined],
  ];
  // Plans stand two folders below the content folder, where `slipway schema` puts the schemas.
  const schema = '# yaml-language-server: $schema=../../schemas/plan.json';
  return ['---', schema, ...lines.map(([key, value]) => `${key}:${value ? ` ${value}` : ''}`), '---'].join(
    '\n',
  );
}

function renderSection(section: Section): string {
  const level = section.partOf ? '###' : '##';
  return `${level} ${section.heading}\n\n<!-- ${section.prompt} -->`;
}
