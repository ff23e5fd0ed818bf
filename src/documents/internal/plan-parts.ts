import { sectionsByKey } from '../../plan/headings.ts';
import { parseMarkdown, renderMarkdown } from '../../plan/markdown.ts';
import type { Plan } from '../../plan/plan.ts';
import type { SectionKey } from '../../plan/sections.ts';

/** A heading of a document, and the sections of the plan whose words stand below it. */
export type Part = readonly [heading: string, ...keys: SectionKey[]];

/**
 * The opening of every document that is made from a plan, so that nobody sends one by mistake.
 * @param product its name
 */
export function internalHead(what: string, plan: Plan, product: string | undefined): string[] {
  const { title = 'Untitled', version, status = 'draft', target, released } = plan.fields;
  const when = released ? `released ${released}` : target && `expected ${target}`;
  const state = status === 'released' && released ? undefined : status;
  const facts = [[product, version].filter(Boolean).join(' '), state, when].filter(Boolean).join(' · ');
  return [
    `# ${what}: ${title}`,
    '> **Internal.** Made from the plan; nothing of it is for customers.',
    facts,
  ];
}

/** The parts that the plan says something about, in its own words. What it leaves open is named at the end. */
export function renderParts(plan: Plan, parts: readonly Part[]): string[] {
  const written = parts.flatMap(([heading, ...keys]) => {
    const texts = plan.sections.filter(({ key, filled, text }) => filled && text && keys.includes(key));
    if (texts.length === 0) return [];
    const isAlone = texts.length === 1;
    return [
      `## ${heading}`,
      ...texts.flatMap((each) => [
        ...(isAlone ? [] : [`### ${sectionsByKey.get(each.key)?.heading ?? each.heading}`]),
        below(each.text),
      ]),
    ];
  });
  const open = parts.filter(([heading]) => !written.includes(`## ${heading}`)).map(([heading]) => heading);
  return [
    ...written,
    ...(open.length > 0 ? ['## Not said in the plan', open.map((each) => `- ${each}`).join('\n')] : []),
  ];
}

/** A table in Markdown; a bar in a cell would end it. */
export function renderTable(
  head: readonly string[],
  rows: readonly (readonly (string | undefined)[])[],
): string {
  const line = (cells: readonly (string | undefined)[]) =>
    `| ${cells.map((cell = '–') => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Its headings come below those of the document. */
function below(text: string): string {
  const { children } = parseMarkdown(text);
  const nodes = children.map((node) =>
    node.type === 'heading' ? { ...node, depth: Math.min(6, Math.max(4, node.depth)) as 4 | 5 | 6 } : node,
  );
  return renderMarkdown(nodes);
}
