import { cleanSection } from './clean.ts';
import type { PlanDocument } from './document.ts';
import { readDifferentiation, withoutDifferentiation } from './differentiation.ts';
import type { Definition, Heading, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { reportDoubtfulMarks } from './doubtful-marks.ts';
import { findField } from './fields.ts';
import { normaliseHeading } from './headings.ts';
import { findFlag } from './inside-flags.ts';
import { withoutInternalNotes } from './internal-notes.ts';
import { isClosed } from './internal-lines.ts';
import { keepPublicPart } from './public-part.ts';
import { plainText, renderMarkdown } from './markdown.ts';
import { report } from './message.ts';
import { openData } from './open-data.ts';
import { readOptedIn, reportPartsInside } from './opted-in.ts';
import { fieldOf, parseFields, reportFlag } from './parse-fields.ts';
import type { Plan, PlanFields, PlanSection, PlanValues } from './plan.ts';
import { publicLine, publicText, publicTitle } from './public-field.ts';
import { reportColumns, reportInside } from './readers/input.ts';
import { readers } from './readers/readers.ts';
import { definitionsAtEnd } from './references.ts';
import {
  reportFlagged,
  reportHeadings,
  reportPages,
  reportUnclosed,
  reportUnknown,
} from './report-unpublished.ts';
import type { SectionKey } from './sections.ts';
import type { PlanSettings } from './settings.ts';
import { splitSections, type SplitPlan, type WrittenSection } from './split-sections.ts';
import { readTypedBullets } from './typed-bullets.ts';
import { isUnfilled } from './unfilled.ts';

/**
 * Understands a plan document. Never throws for what an author wrote: what does not fit is a message on the plan's file and is left out.
 */
export function parsePlan(document: PlanDocument, settings: PlanSettings): Plan {
  const { file, url } = document;
  const places = placesOf(document);
  const naming = { file, place: places.publish };
  const cleaned = cleanFields(document, parseFields(file, document.fields, settings));
  const publish = cleaned.publish && readOptedIn(naming, cleaned.publish, settings.format);
  const { body, unclosed } = withoutInternalNotes(document.body);
  reportUnclosed(document, unclosed);
  const split = splitSections(body, settings.format?.names);
  const fields = {
    ...cleaned,
    ...(publish && { publish }),
    ...(cleaned.visibility === 'public' && { visibility: visibilityAbove(file, split) }),
  };
  const definitions = publicDefinitions(body.children, split);
  const title =
    asTitle(fields.title) ?? asTitle(titleOf(document, split.title, fields.visibility === 'public'));
  reportUnknown(document, split);
  const optedIn = new Set(fields.publish?.map(normaliseHeading));
  const values: Record<string, unknown> = {};
  const written: PlanSection[] = [];
  for (const each of mergeDoubled(document, split.written)) {
    // What is wrong with a text for readers matters only where readers may see it.
    const mayBePublic = each.section.audience !== 'never';
    const part = mayBePublic
      ? keepPublicPart(each.nodes, each.section.form)
      : { nodes: readTypedBullets(each.nodes), headings: [], pages: [] };
    reportFlagged(document, { ...part, heading: each.heading });
    reportHeadings(document, part.headings);
    reportPages(document, part.pages);
    const blocks = cleanSection(part.nodes, definitions, (problem) => mayBePublic && report(file, problem));
    const filled = !isUnfilled(blocks);
    const { section, heading, place } = each;
    if (filled && !isClosed(section, optedIn)) reportDoubtfulMarks(file, part.nodes, section);
    const { labels, columns, rest } = readDifferentiation(blocks);
    const nodes = section.form === 'text' ? rest : blocks;
    const left = { columns: new Set<string>(), blocks: new Set<RootContent>() };
    const input = { file, section, nodes, settings, place, left };
    if (section.form === 'text' && !isClosed(section, optedIn)) {
      reportInside(input, labels);
      reportColumns(input, columns);
    }
    if (filled) values[section.key] = readers[section.form](input);
    written.push({
      key: section.key as SectionKey,
      heading,
      filled,
      // Few are ever asked for their text, and it costs more than everything else.
      get text() {
        const text = renderMarkdown(withoutDifferentiation(nodes));
        Object.defineProperty(this, 'text', { value: text, enumerable: true });
        return text;
      },
      openText: () =>
        renderMarkdown(section.form === 'text' ? nodes : openData(withoutDifferentiation(nodes), left)),
      place,
    });
  }
  if (publish) reportPartsInside(naming, publish, written);
  return {
    file,
    ...(url && { url }),
    fields: { ...fields, title },
    places,
    values: values as PlanValues,
    sections: written,
    unknown: split.unknown,
  };
}

/** What is said above the first section is said of all of a plan. */
function visibilityAbove(file: VFile, { preamble }: SplitPlan): 'public' | 'internal' {
  const flag = findFlag(preamble);
  if (!flag) return 'public';
  reportFlag(file, flag.line, { place: flag.place, severity: 'error' });
  return 'internal';
}

/** What references in a section may refer to: what stands in a public section, or at the end of the plan. */
function publicDefinitions(nodes: readonly RootContent[], split: SplitPlan): Definition[] {
  const open = split.written.filter(({ section }) => section.audience === 'public');
  const inside = open.flatMap((each) => each.nodes).filter((node) => node.type === 'definition');
  return [...inside, ...definitionsAtEnd(nodes)];
}

function titleOf(document: PlanDocument, heading: Heading | undefined, isSeen: boolean): string | undefined {
  const text = heading && plainText(heading).trim();
  if (!text || !isSeen) return text;
  return publicTitle(document, text, heading?.position?.start);
}

function placesOf(document: PlanDocument): Plan['places'] {
  const known = document.fields.flatMap((entry) => {
    const field = fieldOf(entry);
    return field && entry.place ? [[field.key, entry.place] as const] : [];
  });
  return Object.fromEntries(known.toReversed());
}

/** A template's name for the document is no title. */
function asTitle(text: string | undefined): string | undefined {
  const title = text?.replace(/\s+/g, ' ').trim();
  return title && !/^(?:release )?plan$|^untitled$/i.test(title) ? title : undefined;
}

/** Texts in fields are Markdown too, and as dangerous as any other; lines that readers see hold no comments and no notes. */
function cleanFields(document: PlanDocument, values: PlanFields): PlanFields {
  const cleaned = Object.entries(values).map(([key, value]) => {
    const field = findField(key);
    if (!field || typeof value !== 'string') return [key, value];
    const place = document.fields.find((each) => findField(each.key) === field)?.place;
    if (field.form === 'text') return [key, publicText(document, value, place)];
    const isLine = field.audience === 'public' && (field.form === 'line' || field.form === 'version');
    if (!isLine || values.visibility !== 'public') return [key, value];
    if (key === 'title') return [key, publicTitle(document, value, place)];
    return [key, publicLine(document, field.label, value, place)];
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
