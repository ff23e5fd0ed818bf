import { readAttributes } from './tags.ts';

/** A block's first line without the `{color="blue" toggle="true"}` at its end, and what that says. */
export function cutAttributes(text: string): { text: string; attributes: ReadonlyMap<string, string> } {
  const open = text.endsWith('}') ? text.lastIndexOf('{') : -1;
  if (open === -1 || text[open - 1] === '\\') return { text, attributes: new Map() };
  const inside = text.slice(open + 1, -1).trim();
  if (!/^[\w-]+="[^"]*"(?:\s+[\w-]+="[^"]*")*$/.test(inside)) return { text, attributes: new Map() };
  return { text: text.slice(0, open).trimEnd(), attributes: readAttributes(inside) };
}
