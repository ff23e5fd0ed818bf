import type { Paragraph } from 'mdast';
import type { Place, PlanDocument } from './document.ts';
import { cleanSection } from './clean.ts';
import { withoutMarked } from './comments.ts';
import { withoutDifferentiation } from './differentiation.ts';
import { reportDoubtfulMarks, reportDoubtfulTitle } from './doubtful-marks.ts';
import { withoutInternalNotes } from './internal-notes.ts';
import { isNotion } from './link-kinds.ts';
import { parseMarkdown, plainText, renderMarkdown } from './markdown.ts';
import { parseWithMaths } from './maths.ts';
import { report } from './message.ts';
import { keepPublicPart } from './public-part.ts';
import { reportFlagged, reportUnclosed } from './report-unpublished.ts';

/** What readers may see of a text in a field, which is Markdown like that of a section. */
export function publicText(
  document: PlanDocument,
  value: string,
  place: Place | undefined,
): string | undefined {
  const { body, unclosed } = withoutInternalNotes(parseWithMaths(value, parseMarkdown));
  reportUnclosed(
    document,
    unclosed.map((each) => ({ ...each, place })),
  );
  const { nodes: written, flag } = keepPublicPart(body.children, 'text');
  reportFlagged(document, { flag, place });
  const nodes = written.filter((node) => node.type !== 'heading' || node.depth > 1);
  if (nodes.length < written.length) {
    report(document.file, {
      code: 'RP140',
      severity: 'warning',
      text: 'Unexpected `#` at the beginning of a line in a text of several lines, expected words for readers',
      hint: 'There it begins no comment, but a heading. The line stays internal.',
      place,
    });
  }
  reportDoubtfulMarks(document.file, nodes, { place });
  const paragraphs = nodes.filter(({ type }) => type === 'paragraph').map((node) => plainText(node));
  const comment = /(?=#)(?:(?<=\S\s+)#\s+|^#)\p{L}.*/mu.exec(paragraphs.join('\n'))?.[0];
  if (comment) {
    report(document.file, {
      code: 'RP145',
      // Stryker disable next-line StringLiteral: the compiler takes no other.
      severity: 'warning',
      text: `Doubtful \`#\` before “${shorten(comment.slice(1).trim())}”, which begins no comment in a text of several lines or in quotation marks`,
      hint: 'Readers see it. Write comments above the field.',
      place,
    });
  }
  const cleaned = cleanSection(nodes, [], (problem) => report(document.file, { ...problem, place }));
  return renderMarkdown(withoutDifferentiation(cleaned)) || undefined;
}

/**
 * What readers may see of a line that is no Markdown, such as a title: without comments and notes. A line that is nothing else is none, and its author
 * is told.
 * @param label what the line is called
 */
export function publicLine(
  document: PlanDocument,
  label: string,
  value: string,
  place: Place | undefined,
): string | undefined {
  const words: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'text', value: withoutMarked(value) }],
  };
  const line = plainText(keepPublicPart([words]).nodes)
    .replace(/\[([^\]]*)\]\(<?([^)>\s]*)[^)]*\)/g, (link, text: string, url: string) =>
      isNotion(url) ? text : link,
    )
    .trim();
  if (line !== '') return line;
  report(document.file, {
    code: 'RP121',
    severity: 'error',
    text: `Unexpected \`${shorten(value)}\` as ${label.toLowerCase()}, which is a note for those inside, expected words for readers`,
    place,
  });
  return undefined;
}

/** As `publicLine`; of a title that begins as a note does and is published all the same, its author is told. */
export function publicTitle(
  document: PlanDocument,
  value: string,
  place: Place | undefined,
): string | undefined {
  const title = publicLine(document, 'title', value, place);
  if (title !== undefined) reportDoubtfulTitle(document.file, title, place);
  return title;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
