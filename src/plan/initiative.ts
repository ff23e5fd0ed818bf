import type { Heading, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { isDay } from '../release/date.ts';
import { horizons, stages, type Horizon, type Stage } from '../release/vocabulary.ts';
import { cleanSection } from './clean.ts';
import { findCommentLine } from './comments.ts';
import { readDifferentiation } from './differentiation.ts';
import type { PlanDocument, RawField } from './document.ts';
import { reportDoubtfulMarks } from './doubtful-marks.ts';
import { normaliseName } from './fields.ts';
import { normaliseHeading } from './headings.ts';
import { findFlag, isFieldFlaggedInside } from './inside-flags.ts';
import { withoutInternalNotes } from './internal-notes.ts';
import { plainText, renderMarkdown } from './markdown.ts';
import { report } from './message.ts';
import { nearest } from './nearest.ts';
import { definitionsAtEnd } from './references.ts';
import { fieldLine, fieldOf, reportFlag } from './parse-fields.ts';
import { publicText, publicTitle } from './public-field.ts';
import { keepPublicPart } from './public-part.ts';
import {
  reportFlagged,
  reportHeadings,
  reportPages,
  reportUnclosed,
  reportUnknown,
} from './report-unpublished.ts';
import { reportColumns, reportInside } from './readers/input.ts';
import type { PlanSettings } from './settings.ts';
import type { UnknownSection } from './split-sections.ts';

/** A roadmap item as its author wrote it: `content/roadmap/<id>.md`. */
export interface InitiativePlan {
  file: VFile;
  /** The name of its file. */
  id: string;
  title?: string;
  horizon?: Horizon;
  theme?: string;
  product?: string;
  stage?: Stage;
  updated?: string;
  /** Given up: why, for readers. */
  dropped?: string;
  /** Absent where it could not be read. */
  visibility?: 'public' | 'internal';
  /** The language of its texts, where that is another than the site's. */
  locale?: string;
  /** The id or title of the item whose texts these are in another language. */
  translationOf?: string;
  problem?: string;
  outcome?: string;
  more?: string;
}

const KEYS = [
  'title',
  'horizon',
  'theme',
  'product',
  'stage',
  'updated',
  'dropped',
  'visibility',
  'locale',
  'translationof',
  'owner',
  'tags',
] as const;

/** Understands a roadmap document. What does not fit is a message on its file. */
export function parseInitiative(document: PlanDocument, id: string, settings: PlanSettings): InitiativePlan {
  const { file } = document;
  const values = readValues(document);
  const { site } = settings;
  const written = values.title ?? headingOf(document);
  if (!written) complain(file, 'Unexpected roadmap item without a title, expected `title: …`');
  const visibility = readVisibility(document, values);
  const isSeen = written !== undefined && visibility === 'public';
  const title = isSeen ? publicTitle(document, written, undefined) : written;
  return {
    file,
    id,
    title,
    horizon: choose(file, 'horizon', values.horizon ?? 'later', horizons),
    theme:
      values.theme &&
      choose(
        file,
        'theme',
        values.theme,
        site.themes.map((theme) => theme.id),
      ),
    product:
      values.product &&
      choose(
        file,
        'product',
        values.product,
        site.products.map((product) => product.id),
      ),
    stage: values.stage ? choose(file, 'stage', values.stage, stages) : undefined,
    updated: readUpdated(file, values.updated),
    dropped: readDropped(document, values.dropped),
    visibility,
    locale: values.locale,
    translationOf: values.translationof,
    ...readSections(document, visibility !== 'internal'),
  };
}

/** Public where nothing is said, as a roadmap is for readers; internal where a field or a line above the first section says so. */
function readVisibility(
  { file, fields, body }: PlanDocument,
  { visibility }: Values,
): InitiativePlan['visibility'] {
  const chosen = choose(file, 'visibility', visibility ?? 'public', ['public', 'internal'] as const);
  const severity = visibility ? 'error' : 'warning';
  const field = fields.find((each) => !findKey(each) && isFieldFlaggedInside(each));
  const first = body.children.findIndex((node) => node.type === 'heading' && keyOf(plainText(node)));
  const flag = field
    ? { line: fieldLine(field), place: field.place }
    : findFlag(body.children.slice(0, first < 0 ? undefined : first));
  if (chosen === 'internal' || !flag) return chosen;
  reportFlag(file, flag.line, { place: flag.place, severity });
  return 'internal';
}

type Values = Partial<Record<(typeof KEYS)[number], string>>;

function readValues(document: PlanDocument): Values {
  const values: Values = {};
  for (const field of document.fields) {
    const key = findKey(field);
    const text = textOf(field);
    const comment = key !== 'dropped' && text && findCommentLine(text);
    if (key && comment) {
      const hint = 'In a text of several lines `#` begins no comment: write it above the field.';
      complain(document.file, `Unexpected line \`${comment}\` as ${key}, expected one line`, hint, 'RP121');
    } else if (key && text) values[key] = text;
    else if (!key && !isFieldFlaggedInside(field)) {
      const guess = reportUnknownKey(document.file, field);
      if (guess === 'visibility' && text) values.visibility ??= text;
    }
  }
  return values;
}

function findKey({ key }: RawField): (typeof KEYS)[number] | undefined {
  return KEYS.find((each) => each === normaliseName(key));
}

/** Returns what the key most likely means. An item is public at once where nothing else is said, so that a doubtful visibility or an embargo stops it. */
function reportUnknownKey(file: VFile, field: RawField): string | undefined {
  const { key, value, place } = field;
  if (value !== null && fieldOf(field)?.key === 'publishAt') {
    const hint = 'Roadmap items have no moment from which on they are public. Until then, keep it inside.';
    const text = `Unexpected \`${key}\` of a roadmap item, expected \`visibility: internal\``;
    report(file, { code: 'RP121', severity: 'error', text, hint, place });
    return undefined;
  }
  const guess = nearest(key, KEYS);
  const isVisibility = guess === 'visibility';
  report(file, {
    code: isVisibility ? 'RP121' : 'RP122',
    severity: isVisibility ? 'error' : guess ? 'warning' : 'info',
    text: `Unknown field \`${key}\`${guess ? `; did you mean \`${guess}\`?` : ''}`,
    hint: 'It is published nowhere.',
    place,
  });
  return guess;
}

function textOf(field: RawField): string | undefined {
  return field.value?.type === 'scalar' ? field.value.text.trim() || undefined : undefined;
}

/** Problem, outcome, and more; every other section is internal, and of a public item its author is told so. */
function readSections(
  document: PlanDocument,
  isPublic: boolean,
): Pick<InitiativePlan, 'problem' | 'outcome' | 'more'> {
  const { body, unclosed } = withoutInternalNotes(document.body);
  reportUnclosed(document, unclosed);
  const nodes: Record<string, RootContent[]> = {};
  const unknown: UnknownSection[] = [];
  const preamble: RootContent[] = [];
  const titleHeading = findTitle(body);
  let open = preamble;
  for (const node of body.children) {
    if (node.type !== 'heading') {
      open.push(node);
      continue;
    }
    const heading = plainText(node).trim();
    const key = keyOf(heading);
    open = key ? (nodes[key] ??= []) : node === titleHeading ? preamble : [];
    if (!key && node !== titleHeading) unknown.push({ heading, nodes: open, place: node.position?.start });
  }
  if (isPublic) reportUnknown(document, { unknown, preamble }, ROADMAP);
  const inside = Object.values(nodes)
    .flat()
    .filter((node) => node.type === 'definition');
  const definitions = [...inside, ...definitionsAtEnd(body.children)];
  const text = (key: string, heading: string) => {
    const part = keepPublicPart(nodes[key] ?? [], 'text');
    reportFlagged(document, part);
    reportHeadings(document, part.headings);
    reportPages(document, part.pages);
    reportDoubtfulMarks(document.file, part.nodes);
    const cleaned = cleanSection(part.nodes, definitions, (problem) => report(document.file, problem));
    const { labels, columns, rest } = readDifferentiation(cleaned);
    const place = { file: document.file, section: { heading, audience: 'public' as const } };
    reportInside(place, labels);
    reportColumns({ ...place, place: cleaned[0]?.position?.start }, columns);
    return renderMarkdown(rest) || undefined;
  };
  return {
    problem: text('problem', 'Problem'),
    outcome: text('outcome', 'Outcome'),
    more: text('more', 'More'),
  };
}

function keyOf(heading: string): (typeof NAMES)[string] | undefined {
  return NAMES[normaliseHeading(heading)];
}

const NAMES: Record<string, 'problem' | 'outcome' | 'more'> = {
  problem: 'problem',
  'the problem': 'problem',
  outcome: 'outcome',
  'the outcome': 'outcome',
  'desired outcome': 'outcome',
  more: 'more',
  details: 'more',
};

const ROADMAP = {
  headings: ['Problem', 'Outcome', 'More'],
  // All that stands in a roadmap item is meant for readers, unless it says otherwise.
  severity: 'warning',
  hint: 'It stays internal. Readers see what stands under “Problem”, “Outcome” and “More”.',
} as const;

function headingOf(document: PlanDocument): string | undefined {
  const heading = findTitle(withoutInternalNotes(document.body).body);
  return heading && plainText(heading).trim();
}

function findTitle(body: Root): Heading | undefined {
  return body.children.find((node): node is Heading => node.type === 'heading' && node.depth === 1);
}

function choose<Option extends string>(
  file: VFile,
  what: string,
  text: string,
  options: readonly Option[],
): Option | undefined {
  const found = options.find((option) => normaliseName(option) === normaliseName(text));
  if (found) return found;
  const guess = nearest(text, options);
  complain(
    file,
    `Unknown ${what} \`${text}\`${guess ? `; did you mean \`${guess}\`?` : ''}`,
    `Possible are ${options.join(', ') || 'none yet: site.yaml lists them'}.`,
    'RP120',
  );
  return undefined;
}

function readUpdated(file: VFile, text: string | undefined): string | undefined {
  if (text === undefined || isDay(text)) return text;
  complain(file, `Unexpected \`${text}\` as updated, expected a day such as 2026-11-18`, undefined, 'RP121');
  return undefined;
}

/** A word alone is no reason. */
function readDropped(document: PlanDocument, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const reason = publicText(document, text, undefined) ?? '';
  if (/\s/.test(reason)) return reason;
  const hint =
    'Write a sentence for readers: `dropped: Too few asked for it.` A roadmap item that goes on has no such field.';
  complain(
    document.file,
    `Unexpected \`${text}\` as dropped, expected the reason why it was given up`,
    hint,
    'RP106',
  );
  return undefined;
}

function complain(file: VFile, text: string, hint?: string, code = 'RP104'): void {
  report(file, { code, severity: 'error', text, hint });
}
