/**
 * Gives the headings of one text their levels on the page, in order: the outline stays, begins at `base`, and never skips a
 * level, whatever depths the author used. Level 6 is the deepest there is.
 */
export function headingLevels(base: number): (depth: number) => number {
  const open: number[] = [];
  return (depth) => {
    while ((open.at(-1) ?? 0) >= depth) open.pop();
    open.push(depth);
    return Math.min(6, base + open.length - 1);
  };
}
