import fc from 'fast-check';
import { renderInitiative, renderRelease } from '../../src/documents/public/record-file.ts';
import { printable } from '../../src/documents/public/printable.ts';
import { InitiativeSchema, ReleaseSchema } from '../../src/release/release.ts';
import { kinds } from '../../src/release/vocabulary.ts';

/** Texts between marks, by which they are found again wherever a site shows them: `⟦7⟧a text⟦/7⟧`. */
export interface MarkedTexts {
  /** Files of records, by their paths below a content folder. */
  files: Record<string, string>;
  /** What was put into which field. */
  texts: { field: string; text: string }[];
}

const nasty = fc
  .array(
    fc.constantFrom(
      ...'< > & " \' ` * _ [ ] ( ) ! \\ # | ~ : / @ - + = $ { } ^ % ; , . ? é 漢 ا 👩‍🚀 \u200D \u00A0 \u00AD'.split(
        ' ',
      ),
      ...[
        'www.',
        'http://a.b',
        'a@b.c',
        '1.',
        '- ',
        '<script>',
        '<!--',
        '-->',
        '&lt;',
        '&amp;',
        '[^a]',
        '$x$',
        '```',
        ']]>',
        'a',
        ' ',
      ],
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((parts) => parts.join(''));
const anything = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
const texts = fc.oneof(nasty, anything);

/** Words as a reader sees them: white space is a gap. */
export const words = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/^ | $/g, '');

/** CommonMark 0.31 §2.4: any ASCII punctuation may be escaped by a backslash. */
export const escaped = (text: string) => text.replace(/[!-/:-@[-`{-~]/g, String.raw`\$&`);

/** Records in which every text holds so many random ones. */
export function markedRecords(releases: number, each: number): MarkedTexts {
  const marked: MarkedTexts = { files: {}, texts: [] };
  const pool = fc
    .sample(texts, 20_000)
    .map((text) => words(printable(text).replaceAll('\uFEFF', '').replace(/[⟦⟧]/g, '')))
    .filter((text) => text !== '');
  const mark = (field: string, write: (text: string) => string) => {
    const text = pool[marked.texts.length % pool.length] ?? '';
    const id = marked.texts.push({ field, text }) - 1;
    return `⟦${id}⟧${write(text)}⟦/${id}⟧`;
  };
  const title = (field: string) => mark(field, escaped);
  const line = (field: string) => mark(field, (text) => text);
  const text = (field: string) => Array.from({ length: each }, () => mark(field, escaped)).join('\n\n');
  const short = (field: string) => mark(field, escaped);
  const many = <Item>(make: (index: number) => Item) =>
    Array.from({ length: each }, (_, index) => make(index));
  for (let at = 0; at < releases; at++) {
    const isComing = at % 2 === 1;
    const release = ReleaseSchema.parse({
      id: `r-${at}`,
      title: line('title'),
      product: 'till',
      version: `${at + 1}.0.0`,
      status: isComing ? 'delayed' : 'released',
      ...(isComing
        ? { expected: '2027-01', horizon: 'next', reason: text('reason') }
        : { released: '2026-05-07' }),
      edited: { on: '2026-06-01', note: text('note of an edit') },
      summary: text('summary'),
      upgrade: many(() => ({ text: short('step'), who: line('who a step is for') })),
      highlights: text('highlights'),
      changes: many((index) => ({
        id: `c-${at}-${index}`,
        kind: kinds[index % kinds.length],
        title: title('title of a change'),
        text: short('text of a change'),
        purpose: short('purpose'),
        component: line('component'),
        action: short('action'),
        replacement: short('replacement'),
        links: [{ title: line('title of a link'), url: 'https://x.example/' }],
      })),
      // Nobody has the issues of what is still to come.
      knownIssues: isComing
        ? undefined
        : many((index) => ({
            id: `k-${at}-${index}`,
            title: title('title of an issue'),
            text: short('text of an issue'),
            affects: line('whom an issue affects'),
            workaround: short('workaround'),
          })),
      components: many(() => ({
        name: title('name of a component'),
        kind: line('kind of a component'),
        notes: short('notes on a component'),
      })),
      downloads: many(() => ({ file: line('name of a file'), url: 'https://x.example/a' })),
      audience: {
        include: many(() => ({ text: title('criterion'), reason: short('reason of a criterion') })),
        exclude: many(() => ({ text: title('exclusion'), reason: short('reason of an exclusion') })),
      },
      waves: many(() => ({ name: line('name of a wave'), state: 'running', share: 5 })),
      maintenance: [
        {
          id: `m-${at}`,
          start: '2026-12-01T00:00:00Z',
          end: '2026-12-01T01:00:00Z',
          zone: 'Europe/Berlin',
          impact: text('impact'),
          affected: many(() => line('what is affected')),
        },
      ],
      faq: many(() => ({ question: title('question'), answer: short('answer') })),
      materials: many(() => ({ title: line('title of a material'), url: 'https://x.example/b' })),
      extras: many((index) => ({
        key: `x-${index}`,
        heading: line('heading'),
        text: short('text below a heading'),
      })),
    });
    marked.files[`releases/till/r-${at}.yaml`] = renderRelease(release);
    const initiative = InitiativeSchema.parse({
      id: `i-${at}`,
      title: line('title of a roadmap item'),
      horizon: 'now',
      problem: text('problem'),
      outcome: text('outcome'),
      text: text('text of a roadmap item'),
    });
    marked.files[`releases/_initiatives/i-${at}.yaml`] = renderInitiative(initiative);
  }
  return marked;
}
