import type { Heading, RootContent } from 'mdast';
import { findSection, sectionsByKey } from '../../plan/headings.ts';
import { renderMarkdown } from '../../plan/markdown.ts';
import type { Plan, PlanSection } from '../../plan/plan.ts';
import { type Section, type SectionForm, type SectionKey, sections } from '../../plan/sections.ts';
import { renderFrontMatter } from './front-matter.ts';
import { written } from './plan-values.ts';

/**
 * A plan as a Markdown file with front matter. Reading it gives the same fields and values again. Internal notes and comments of the
 * original are not in it: they are no values.
 */
export function renderPlan(plan: Plan): string {
  const known = orderSections(plan).flatMap((key) => writeSection(plan, key));
  const unknown = plan.unknown.flatMap(({ heading, nodes }) => [headingOf(heading, 2, nodes), ...nodes]);
  const last = orderSections(plan).at(-1);
  // Behind its whole, an unknown “Regions” would be known.
  const isAmbiguous = plan.unknown.some(
    ({ heading }) => findSection(headingOf(heading, 2, []), last && sectionsByKey.get(last)) !== undefined,
  );
  const body = isAmbiguous ? [...unknown, ...known] : [...known, ...unknown];
  const text = renderMarkdown(body);
  return renderFrontMatter(plan.fields) + (text ? `\n${text}\n` : '');
}

/** As their author ordered them, but each part directly under its whole, which is added where it was not written. */
function orderSections(plan: Plan): SectionKey[] {
  const keys = plan.sections.map((section) => section.key);
  const wholes = keys.map((key) => (sectionsByKey.get(key)?.partOf as SectionKey | undefined) ?? key);
  return [...new Set(wholes)].flatMap((whole) => [whole, ...keys.filter((key) => isPart(key, whole))]);
}

function isPart(key: SectionKey, whole: SectionKey): boolean {
  return key !== whole && sectionsByKey.get(key)?.partOf === whole;
}

function writeSection(plan: Plan, key: SectionKey): RootContent[] {
  const section = (sections as readonly Section[]).find((each) => each.key === key);
  const found: PlanSection | undefined = plan.sections.find((each) => each.key === key);
  const value = plan.values[key];
  if (!section) return [];
  const write = written[section.form] as (value: unknown) => RootContent[];
  const nodes = value === undefined || !found ? [] : orNone(write(value), section.form);
  return [headingOf(section.heading, section.partOf ? 3 : 2, nodes), ...nodes];
}

/** “None” is an answer, and not the same as a section that was left open. */
function orNone(nodes: RootContent[], form: SectionForm): RootContent[] {
  const isEmpty = nodes.every((node) => node.type === 'list' && node.children.length === 0);
  if (!isEmpty || form === 'text') return nodes;
  return [{ type: 'paragraph', children: [{ type: 'text', value: 'None' }] }];
}

/** Higher than any heading below it, which is how the two belong together. */
function headingOf(text: string, depth: 2 | 3, nodes: readonly RootContent[]): Heading {
  const below = nodes.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
  const highest = Math.max(1, Math.min(depth, ...below.map((each) => each - 1))) as Heading['depth'];
  return { type: 'heading', depth: highest, children: [{ type: 'text', value: text }] };
}
