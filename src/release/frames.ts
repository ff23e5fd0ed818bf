/**
 * What stands around other blocks of a text: a toggle with its title, or columns. Texts spell them as blocks of HTML that hold
 * nothing else, toggles as GitHub does and columns as Notion does. No other HTML means anything in a record.
 */
export type Frame =
  { name: 'details'; title: readonly TitlePiece[] } | { name: 'columns' } | { name: 'column' };

/** A title is words and code. */
export interface TitlePiece {
  text: string;
  isCode: boolean;
}

export type FrameEdge = { opens: Frame } | { closes: Frame['name'] };

export function renderFrameStart(frame: Frame): string {
  if (frame.name !== 'details') return `<${frame.name}>`;
  const title = renderTitle(frame.title);
  return title === '' ? '<details>' : `<details>\n<summary>${title}</summary>`;
}

export function renderFrameEnd({ name }: Frame): string {
  return `</${name}>`;
}

/** The edge of a frame that a block of HTML is, in the one spelling that records have. */
export function readFrameEdge(html: string): FrameEdge | undefined {
  const closes = /^<\/(details|columns|column)>$/.exec(html)?.[1] as Frame['name'] | undefined;
  if (closes) return { closes };
  const name = /^<(columns|column)>$/.exec(html)?.[1] as 'columns' | 'column' | undefined;
  if (name) return { opens: { name } };
  const title = /^<details>\n<summary>(.+)<\/summary>$/.exec(html)?.[1];
  return title === undefined ? undefined : { opens: { name: 'details', title: readTitle(title) } };
}

/** The HTML between `<summary>` and `</summary>` → what a reader sees of it. */
export function readTitle(html: string): TitlePiece[] {
  return html.split(/<code>([^]*?)<\/code>/i).flatMap((part, place) => {
    const text = part
      .replace(/<\/?[a-z](?:[^<>"']|"[^"]*"|'[^']*')*>/gi, '')
      .replace(/\s+/g, ' ')
      .replace(/&(?:lt|gt|quot|amp|#39);/g, (reference) => CHARACTERS[reference] ?? reference);
    return text === '' ? [] : [{ text, isCode: place % 2 === 1 }];
  });
}

/** For a serialiser of Markdown: a tag is one only with empty lines around it, in tight lists too. */
export function joinFrames(left: object, right: object): 1 | undefined {
  return [left, right].some((block) => 'value' in block && readFrameEdge(String(block.value)))
    ? 1
    : undefined;
}

export function titleText(title: readonly TitlePiece[]): string {
  return title.map(({ text }) => text).join('');
}

/** No person puts more of them into each other. */
const DEEPEST = 12;

/**
 * The blocks between the two edges of a frame become the children of one block, which `make` makes. An edge without its other
 * one stays where it is.
 */
export function nestFrames<Block>(
  blocks: readonly Block[],
  read: (block: Block) => FrameEdge | undefined,
  make: (frame: Frame, children: Block[], edges: [opening: Block, closing: Block]) => Block[],
): Block[] {
  const whole: Block[] = [];
  const open: { frame: Frame; opening: Block; children: Block[] }[] = [];
  const around = () => open.at(-1)?.children ?? whole;
  const giveUp = (from: number) => {
    const given = open.splice(from);
    around().push(...given.flatMap(({ opening, children }) => [opening, ...children]));
  };
  for (const block of blocks) {
    const edge = read(block);
    if (edge && 'opens' in edge) {
      open.push({ frame: edge.opens, opening: block, children: [] });
      continue;
    }
    const at = edge ? open.findLastIndex(({ frame }) => frame.name === edge.closes) : -1;
    if (at < 0) {
      around().push(block);
      continue;
    }
    giveUp(at + 1);
    const isTooDeep = at >= DEEPEST;
    const last = open.pop();
    if (!last) continue;
    const { frame, opening, children } = last;
    around().push(...(isTooDeep ? [opening, ...children, block] : make(frame, children, [opening, block])));
  }
  giveUp(0);
  return whole;
}

function renderTitle(title: readonly TitlePiece[]): string {
  const escape = (text: string) =>
    text.replace(/\s+/g, ' ').replace(/[&<>]/g, (character) => REFERENCES[character] ?? character);
  return title
    .map(({ text, isCode }) => (isCode ? `<code>${escape(text)}</code>` : escape(text)))
    .join('')
    .trim();
}

const REFERENCES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const CHARACTERS: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&amp;': '&',
  '&#39;': "'",
};
