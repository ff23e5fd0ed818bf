import type { Root, RootContent } from 'mdast';
import type { RawField, RawScalar } from '../../../plan/document.ts';
import { type PlanFormat, standardFormat } from '../../../plan/format.ts';
import type { Section } from '../../../plan/sections.ts';

/** A page to be duplicated for a new plan of a profile: its sections with what each of them asks. */
export function describeTemplate(
  profile: string,
  format: PlanFormat = standardFormat,
): { fields: RawField[]; body: Root } {
  const required = new Set(format.profiles.get(profile));
  const children = format.sections
    .filter(
      (section) =>
        required.has(section.key) || (section.partOf !== undefined && required.has(section.partOf)),
    )
    .flatMap(renderSection);
  return {
    fields: [
      { key: 'title', value: scalar(`Template: ${profile}`) },
      { key: 'profile', value: scalar(profile) },
      { key: 'status', value: scalar('draft') },
      { key: 'visibility', value: scalar('internal') },
    ],
    body: { type: 'root', children },
  };
}

function renderSection(section: Section): RootContent[] {
  return [
    { type: 'heading', depth: section.partOf ? 3 : 2, children: [{ type: 'text', value: section.heading }] },
    { type: 'paragraph', children: [{ type: 'text', value: section.prompt }] },
  ];
}

function scalar(text: string): RawScalar {
  return { type: 'scalar', text, quoted: true };
}
