/**
 * What may be meant as front matter and is none: nobody would know who may see the plan. A line `key:` below the fence is what tells it from a
 * rule between two paragraphs.
 */
export function findDoubt(text: string): Doubt | undefined {
  const start =
    /^([\s\u200b-\u200f\u2060\ufeff]*)(-{3,}|\+{3,}|;{3,})([^\n]*)\n\s*["']?[\w ]{1,40}["']?\s*[:=]/.exec(
      text,
    );
  if (!start) return undefined;
  const [, before = '', fence = '', rest = ''] = start;
  const line = before.split('\n').length;
  if (fence !== '---') {
    return {
      text: `Unexpected \`${fence}${rest}\` above what looks like fields, expected \`---\``,
      hint: 'Put three dashes and nothing else above and below the fields; in front of a mere rule, put a line of text.',
      line,
    };
  }
  if (before !== '') {
    return {
      text: 'Unexpected blank or invisible characters before the front matter, expected `---` at the very beginning',
      hint: 'Delete everything above the first line of three dashes.',
      line,
    };
  }
  const lines = text.split('\n');
  const closing = lines.findIndex((each, index) => index > 0 && each.startsWith('---'));
  if (closing < 0) return undefined;
  if (!/^---[ \t]*$/.test(lines[closing] ?? '')) {
    return {
      text: `Unexpected \`${(lines[closing] ?? '').slice(0, 40)}\` inside the front matter, expected a closing line \`---\``,
      hint: 'Close the front matter with three dashes and nothing else.',
      line: closing + 1,
    };
  }
  return findSecond(lines, closing);
}

/** Why nobody can tell whether a text begins with front matter, and what to do. */
export interface Doubt {
  text: string;
  hint: string;
  /** From 1. */
  line: number;
}

/** A second block of fields right below the first. */
function findSecond(lines: readonly string[], closing: number): Doubt | undefined {
  const below = lines.findIndex((each, index) => index > closing && each.trim() !== '');
  if (below < 0 || !/^---[ \t]*$/.test(lines[below] ?? '')) return undefined;
  const end = lines.findIndex((each, index) => index > below && /^---[ \t]*$/.test(each));
  const between = lines.slice(below + 1, end);
  if (
    end < 0 ||
    between.length === 0 ||
    !between.every((each) => /^(?:["']?[\w ]+["']?\s*:|\s|#|-|$)/.test(each))
  )
    return undefined;
  return {
    text: 'Unexpected second front matter, expected one',
    hint: 'Put all fields between the first two lines of three dashes.',
    line: below + 1,
  };
}
