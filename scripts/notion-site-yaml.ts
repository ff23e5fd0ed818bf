import type { Kind } from '../src/sources/notion/properties/tables.ts';
import { Problem } from '../src/sources/problem.ts';
import { readSiteFile } from '../src/sources/site-file.ts';

/**
 * `site.yaml` with the id of a data source under `notion`. Only that line is touched: comments, order and line ends stay.
 * @throws {Problem} where the file is written in a way that this cannot be done to
 */
export function setNotionId(text: string, kind: Kind, id: string): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const edited = insert(text.split(end), kind, id).join(end);
  if (isRight(text, edited, kind, id)) return edited;
  throw new Problem('The id of a database cannot be written into site.yaml by itself. Nothing was changed.', {
    hint: `Write it there as two lines: \`notion:\`, and below it, two spaces in, \`${kind}: ${id}\`.`,
  });
}

function insert(lines: readonly string[], kind: Kind, id: string): string[] {
  const at = lines.findIndex((line) => /^notion[ \t]*:/.test(line));
  if (at < 0) return append(lines, kind, id);
  const head = lines[at] ?? '';
  const inline = /^(notion[ \t]*:[ \t]*\{)(.*?)[ \t]*(\}[ \t]*(?:#.*)?)$/.exec(head);
  if (inline) {
    const [, open = '', inside = '', close = ''] = inline;
    const entries = inside.trim() === '' ? '' : `${inside.trim()}, `;
    return lines.with(at, `${open} ${entries}${kind}: ${id} ${close}`);
  }
  const below = lines.slice(at + 1).find((line) => /^[ \t]+[^\s#]/.test(line));
  const indent = /^[ \t]+/.exec(below ?? '')?.[0] ?? '  ';
  return lines.toSpliced(at + 1, 0, `${indent}${kind}: ${id}`);
}

function append(lines: readonly string[], kind: Kind, id: string): string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '') + 1;
  return [...lines.slice(0, last), '', 'notion:', `  ${kind}: ${id}`, ''];
}

/** Right where the id is understood and nothing else is understood in another way. */
function isRight(before: string, after: string, kind: Kind, id: string): boolean {
  const [old, young] = [readSiteFile('site.yaml', before), readSiteFile('site.yaml', after)];
  if (young.notion?.[kind] !== id) return false;
  const others = ({ settings, notion }: typeof old) =>
    JSON.stringify({ settings, notion: { maxFileMegabytes: 25, ...notion, [kind]: undefined } });
  return others(old) === others(young);
}
