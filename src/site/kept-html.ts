/**
 * HTML that reads the same wherever it stands, rendered once for a build: a card of a release stands on a dozen lists, and the frame around
 * a page on all of them.
 * @param of what it shows; kept as long as that is
 * @param as which of the things that are made of it
 */
export async function keepHtml(of: object, as: string, render: () => Promise<string>): Promise<string> {
  // Whoever works on a template wants to see it.
  if (import.meta.env.DEV) return render();
  const own = kept.get(of) ?? new Map<string, Promise<Buffer>>();
  kept.set(of, own);
  const known = own.get(as) ?? render().then((html) => Buffer.from(html));
  own.set(as, known);
  return String(await known);
}

/** As bytes, because what a renderer hands over is a tree of all the pieces that it joined, with ten times the memory of its characters. */
const kept = new WeakMap<object, Map<string, Promise<Buffer>>>();
