/**
 * The option that a misspelt word most likely means, or `undefined` where none is close: at most two slips of the pen, and never more than
 * a third of the word. A slip is a letter too many, too few, wrong, or swapped with its neighbour (Damerau 1964).
 */
export function nearest(word: string, options: readonly string[]): string | undefined {
  const wanted = word.trim().toLowerCase();
  const limit = Math.min(2, Math.floor(wanted.length / 3));
  let best: { option: string; slips: number } | undefined;
  for (const option of options) {
    const slips = countSlips(wanted, option.toLowerCase());
    if (slips <= limit && (!best || slips < best.slips)) best = { option, slips };
  }
  return best?.option;
}

function countSlips(a: string, b: string): number {
  let twoAgo: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let slips = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        slips = Math.min(slips, (twoAgo[column - 2] ?? 0) + 1);
      }
      current.push(slips);
    }
    twoAgo = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
