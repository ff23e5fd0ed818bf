/**
 * The reStructuredText that release notes are written in, as Markdown: code, links by name and on the spot, roles, notes and warnings. Comments are
 * left out, as they are there.
 * @returns what else it found and left as it is
 */
export function rstToMarkdown(text: string): { markdown: string; left: string[] } {
  const targets = new Map<string, string>();
  const bare = text.replace(
    /^[ \t]*\.\. _`?([^:`\n]+)`?:\s*(\S+)[ \t]*$/gm,
    (_, name: string, url: string) => {
      targets.set(name.trim().toLowerCase(), url);
      return '';
    },
  );
  const { text: prose, blocks } = setLiteralsAside(bare);
  const markdown = withoutComments(prose)
    .replace(
      /`([^`<]+)<(https?:[^>\s`]+)>`__?/g,
      (_, name: string, url: string) => `[${name.trimEnd()}](${url})`,
    )
    .replace(/`([^`]+)`_(?![\w`])/g, (whole, name: string) => {
      const url = targets.get(name.replace(/\s+/g, ' ').trim().toLowerCase());
      return url ? `[${name}](${url})` : whole;
    })
    .replace(/:[a-z-]+(?::[a-z-]+)?:`([^`<]+)(?:<[^>`]*>)?`/g, (_, name: string) => `\`${name.trimEnd()}\``)
    .replace(
      /^([ \t]*)\.\. (note|warning|important|tip)::[ \t]*/gim,
      (_, indent: string, word: string) =>
        `${indent}**${word[0]?.toUpperCase()}${word.slice(1).toLowerCase()}:** `,
    )
    .replace(/^(?<indent>[ \t]*)#\. /gm, '$<indent>1. ')
    .replace(/^[ \t]*::[ \t]*$/gm, '')
    .replace(/::[ \t]*$/gm, ':')
    .trim();
  const left = markdown.match(/^[ \t]*\.\. .*$/gm) ?? [];
  return { markdown: markdown.replace(HOLDER, (_, index: string) => blocks[Number(index)] ?? ''), left };
}

const HOLDER = /\uE000(\d+)\uE000/g;

/** Nor with what is only for a build that is internal. */
const COMMENT = /^\s*\.\.(?:$|\s+(?!(?:\|[^|]+\|\s+)?[\w:.+-]+::|\[|_)|\s+only::.*\binternal\b)/;

/** A comment goes on over all that is indented further; two dots with nothing below them are an empty one. */
function withoutComments(text: string): string {
  const kept: string[] = [];
  /** The margin of the comment that is open. */
  let margin: number | undefined;
  const lines = text.split('\n');
  for (const [at, line] of lines.entries()) {
    if (margin !== undefined && isBelow(line, margin)) continue;
    margin = undefined;
    if (!COMMENT.test(line)) kept.push(line);
    else {
      kept.push('');
      if (line.trim() !== '..' || lines[at + 1]?.trim()) margin = indentOf(line);
    }
  }
  return kept.join('\n');
}

/** What is indented below a paragraph that ends with `::` is code, to the letter, up to the next line that is indented no further. */
function setLiteralsAside(text: string): { text: string; blocks: string[] } {
  const blocks: string[] = [];
  const kept: string[] = [];
  const lines = text.replaceAll('\uE000', '').split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    kept.push(line);
    if (!/^(?!\s*\.\. ).*::[ \t]*$/.test(line) || lines[at + 1]?.trim() !== '') continue;
    const indent = /^\s*(?:(?:[-*+]|\d+\.|#\.)\s+)?/.exec(line)?.[0].length ?? 0;
    let end = at + 1;
    while (end < lines.length && isBelow(lines[end] ?? '', indent)) end += 1;
    const block = lines.slice(at + 1, end);
    const code = block
      .join('\n')
      .replace(/^(?:[ \t]*\n)+/, '')
      .trimEnd();
    if (code === '') continue;
    kept.push('', `${' '.repeat(indent)}\uE000${blocks.length}\uE000`, '');
    blocks.push(renderFence(code, indent));
    at += block.length;
  }
  return { text: kept.join('\n'), blocks };
}

/** True for a line that is indented further, or empty. */
function isBelow(line: string, margin: number): boolean {
  return line.trim() === '' || indentOf(line) > margin;
}

function renderFence(code: string, indent: number): string {
  const lines = code.split('\n');
  const own = Math.min(...lines.filter((line) => line.trim() !== '').map(indentOf));
  const fence = '`'.repeat(Math.max(3, ...(code.match(/`+/g) ?? []).map(({ length }) => length + 1)));
  const margin = ' '.repeat(indent);
  const body = lines.map((line) => (line.trim() === '' ? '' : margin + line.slice(own)));
  return [fence, ...body, margin + fence].join('\n');
}

/** In characters. */
function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
