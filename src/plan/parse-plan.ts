import { cleanSection } from './clean.ts';
import type { PlanDocument } from './document.ts';
import type { RootContent } from 'mdast';
import { findField } from './fields.ts';
import { findSection, sectionHeadings } from './headings.ts';
import { parseMarkdown, plainText, renderMarkdown } from './markdown.ts';
import { labelNames, readLabels } from './labels.ts';
import { report } from './message.ts';
import { nearest } from './nearest.ts';
import { parseFields } from './parse-fields.ts';
import type { Plan, PlanFields, PlanSection, PlanValues } from './plan.ts';
import { readers } from './readers/readers.ts';
import { type SectionKey, sections } from './sections.ts';
import type { PlanSettings } from './settings.ts';
import { splitSections, type SplitPlan, type WrittenSection } from './split-sections.ts';
import { readTypedBullets } from './typed-bullets.ts';
import { isUnfilled } from './unfilled.ts';

/**
 * Understands a plan document. Never throws for what an author wrote: what does not fit is a message on the plan's file and is left out.
 */
export function parsePlan(document: PlanDocument, settings: PlanSettings): Plan {
  const { file, url } = document;
  const fields = cleanTexts(document, parseFields(file, document.fields, settings));
  const split = splitSections(document.body, settings.format?.names);
  const title = asTitle(fields.title) ?? asTitle(split.title && plainText(split.title));
  reportUnknown(document, split);
  const values: Record<string, unknown> = {};
  const written: PlanSection[] = [];
  for (const each of mergeDoubled(document, split.written)) {
    // What is wrong with a text for readers matters only where readers may see it.
    const mayBePublic = each.section.audience !== 'never';
    const nodes = readTypedBullets(
      cleanSection(each.nodes, document.body, (problem) => mayBePublic && report(file, problem)),
    );
    const filled = !isUnfilled(nodes);
    const { section, heading, place } = each;
    if (filled) values[section.key] = readers[section.form]({ file, section, nodes, settings, place });
    written.push({
      key: section.key as SectionKey,
      heading,
      filled,
      text: renderMarkdown(withoutDifferentiation(nodes)),
      place,
    });
  }
  return {
    file,
    ...(url && { url }),
    fields: { ...fields, title },
    places: placesOf(document),
    values: values as PlanValues,
    sections: written,
    unknown: split.unknown,
  };
}

function placesOf(document: PlanDocument): Plan['places'] {
  const known = document.fields.flatMap(({ key, place }) => {
    const field = findField(key);
    return field && place ? [[field.key, place] as const] : [];
  });
  return Object.fromEntries(known.toReversed());
}

/** A template's name for the document is no title. */
function asTitle(text: string | undefined): string | undefined {
  const title = text?.replace(/\s+/g, ' ').trim();
  return title && !/^(?:release )?plan$|^untitled$/i.test(title) ? title : undefined;
}

/** Texts in fields are Markdown too, and as dangerous as any other. */
function cleanTexts(document: PlanDocument, values: PlanFields): PlanFields {
  const cleaned = Object.entries(values).map(([key, value]) => {
    if (findField(key)?.form !== 'text' || typeof value !== 'string') return [key, value];
    const place = document.fields.find((field) => findField(field.key)?.key === key)?.place;
    const root = parseMarkdown(value);
    return [
      key,
      renderMarkdown(
        cleanSection(root.children, root, (problem) => report(document.file, { ...problem, place })),
      ) || undefined,
    ];
  });
  return Object.fromEntries(cleaned) as PlanFields;
}

/** One entry a section: what stands under a heading that comes again is read together, and its author is told. */
function mergeDoubled(document: PlanDocument, written: readonly WrittenSection[]): WrittenSection[] {
  const byKey = new Map<string, WrittenSection>();
  for (const each of written) {
    const first = byKey.get(each.section.key);
    if (!first) byKey.set(each.section.key, { ...each, nodes: [...each.nodes] });
    else {
      const bothSay = !isUnfilled(first.nodes) && !isUnfilled(each.nodes);
      if (bothSay) {
        report(document.file, {
          code: 'RP101',
          severity: 'warning',
          text: `Unexpected second section “${each.heading}”, expected one${first.place ? ` (the first is in line ${first.place.line})` : ''}`,
          hint: 'Both are read as one; put them together.',
          place: each.place,
        });
      }
      first.nodes.push(...each.nodes);
    }
  }
  return [...byKey.values()];
}

function reportUnknown(document: PlanDocument, split: SplitPlan): void {
  const known = sectionHeadings();
  for (const { heading, place } of split.unknown) {
    const guess = nearest(heading, known) ?? nearestPart(heading);
    report(document.file, {
      code: 'RP102',
      severity: guess ? 'warning' : 'info',
      text: `Unknown section “${heading}”${guess ? `; did you mean “${guess}”?` : ''}`,
      hint: 'It is kept in the plan, and it stays internal.',
      place,
    });
  }
  if (!isUnfilled(split.preamble)) {
    report(document.file, {
      code: 'RP103',
      severity: 'info',
      text: 'Unexpected text above the first section',
      hint: 'It stays internal. For customers there is the section “Summary”.',
      place: split.preamble[0]?.position?.start,
    });
  }
}

/** A part away from its whole: “Waves” alone belongs under “Roll-out”. */
function nearestPart(heading: string): string | undefined {
  const node = {
    type: 'heading' as const,
    depth: 2 as const,
    children: [{ type: 'text' as const, value: heading }],
  };
  const wholes = sections.filter((section) =>
    sections.some((each) => 'partOf' in each && each.partOf === section.key),
  );
  const whole = wholes.find((section) => findSection(node, section)?.partOf === section.key);
  return whole && `${heading} under ${whole.heading}`;
}

/** What sets the product apart from others' is internal wherever it is said. */
function withoutDifferentiation(nodes: RootContent[]): RootContent[] {
  return readLabels(
    nodes,
    labelNames({ differentiation: ['differentiator', 'differentiators', 'competitors'] }),
  ).rest;
}
