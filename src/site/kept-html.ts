/**
 * HTML that reads the same wherever it stands, rendered once for a build where the pages that show it are made one after the other: a card of a
 * release stands on three lists, and the frame around a page on all of them.
 * @param of what it shows
 * @param as which of the things that are made of it
 */
export async function keepHtml(of: object, as: string, render: () => Promise<string>): Promise<string> {
  // Whoever works on a template wants to see it.
  if (import.meta.env.DEV) return render();
  const key = `${idOf(of)} ${as}`;
  const known = kept.get(key) ?? render().then((html) => Buffer.from(html));
  // What was asked for last is the last to go.
  kept.delete(key);
  kept.set(key, known);
  const [oldest] = kept.keys();
  if (kept.size > MOST && oldest) kept.delete(oldest);
  return String(await known);
}

/** As bytes, because what a renderer hands over is a tree of all the pieces that it joined, with ten times the memory of its characters. */
const kept = new Map<string, Promise<Buffer>>();

/** Enough for what stands on one page of each list at a time. */
const MOST = 4000;

function idOf(thing: object): number {
  const id = ids.get(thing) ?? (lastId += 1);
  ids.set(thing, id);
  return id;
}

const ids = new WeakMap<object, number>();
let lastId = 0;
