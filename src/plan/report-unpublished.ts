import type { Heading, Paragraph } from 'mdast';
import type { Place, PlanDocument } from './document.ts';
import { findSection, sectionHeadings } from './headings.ts';
import type { Unclosed } from './hidden-text.ts';
import type { Flag } from './inside-flags.ts';
import { isInternalTitle, saysNote } from './internal-mark.ts';
import { plainText } from './markdown.ts';
import { report } from './message.ts';
import { nearest } from './nearest.ts';
import { sections } from './sections.ts';
import type { SplitPlan } from './split-sections.ts';
import { isUnfilled } from './unfilled.ts';

/** What an author of this kind of document may have meant, and how much it matters that nobody outside reads it. */
interface Expected {
  headings: readonly string[];
  severity: 'info' | 'warning';
  hint: string;
}

/** Tells an author what belongs to no section that is known, and so stays internal. */
export function reportUnknown(
  document: PlanDocument,
  split: Pick<SplitPlan, 'unknown' | 'preamble'>,
  expected?: Expected,
): void {
  const known = expected?.headings ?? sectionHeadings();
  const severity = expected?.severity ?? 'info';
  for (const { heading, place } of split.unknown.slice(0, MOST)) {
    if (isInternalTitle(heading)) {
      reportNote(document, heading, place);
      continue;
    }
    const guess = nearest(heading, known) ?? (expected ? undefined : nearestPart(heading));
    report(document.file, {
      code: 'RP102',
      severity: guess ? 'warning' : severity,
      text: `Unknown section “${heading}”${guess ? `; did you mean “${guess}”?` : ''}`,
      hint: expected?.hint ?? 'It is kept in the plan, and it stays internal.',
      place,
    });
  }
  const others = split.unknown.length - MOST;
  if (others > 0) {
    report(document.file, {
      code: 'RP102',
      severity,
      text: `Unknown sections besides: ${others.toLocaleString('en')} more`,
      hint: 'They are kept in the plan, and they stay internal.',
      place: split.unknown[MOST]?.place,
    });
  }
  if (!isUnfilled(split.preamble)) {
    report(document.file, {
      code: 'RP103',
      severity,
      text: 'Unexpected text above the first section',
      hint: expected?.hint ?? 'It stays internal. For customers there is the section “Summary”.',
      place: split.preamble[0]?.position?.start,
    });
  }
}

/** Nobody reads more messages of one kind, and each takes its time. */
const MOST = 100;

/** A heading that says “Internal notes” is meant; one that says “Internal links open faster” may not be. */
function reportNote({ file }: PlanDocument, heading: string, place: Place | undefined): void {
  report(file, {
    code: 'RP102',
    severity: saysNote(heading) ? 'info' : 'warning',
    text: `Unexpected heading “${heading}”, which keeps everything under it internal`,
    hint: 'For customers, begin it with another word.',
    place,
  });
}

/** Tells an author of headings within public sections that keep what stands under them inside. */
export function reportHeadings(document: PlanDocument, headings: readonly Heading[]): void {
  for (const heading of headings) reportNote(document, plainText(heading), heading.position?.start);
}

/** Tells an author of a line such as “Visibility: internal” that keeps all of a text inside. */
export function reportFlagged(
  { file }: PlanDocument,
  { flag, heading, place }: { flag?: Flag | undefined; heading?: string; place?: Place | undefined },
): void {
  if (!flag) return;
  report(file, {
    code: 'RP102',
    severity: 'warning',
    text: `Unexpected “${flag.line}” in ${heading ? `section “${heading}”` : 'a text'}, which keeps all of it internal`,
    hint: 'If it is for customers, take that line out.',
    place: place ?? flag.place,
  });
}

/** Tells an author of pages that public sections only name. */
export function reportPages({ file }: PlanDocument, pages: readonly Paragraph[]): void {
  for (const page of pages) {
    report(file, {
      code: 'RP141',
      severity: 'warning',
      text: `Unexpected page in Notion “${plainText(page).trim()}”, expected words or links for readers`,
      hint: 'Its name is not published. To say it to readers, make it part of a sentence.',
      place: page.position?.start,
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

/** Tells an author of comments and HTML that never end, and so keep the rest of the text internal. */
export function reportUnclosed({ file }: PlanDocument, unclosed: readonly Unclosed[]): void {
  for (const { what, place } of unclosed) {
    const [shown, end] = what === '<!--' ? [what, '-->'] : [`<${what}>`, `</${what}>`];
    report(file, {
      code: 'RP140',
      severity: 'warning',
      text: `Unexpected \`${shown}\` without an end, expected \`${end}\` below it`,
      hint: 'Everything below it stays internal.',
      place,
    });
  }
}
