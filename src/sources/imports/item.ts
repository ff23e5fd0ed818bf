import type { RootContent } from 'mdast';
import { parseMarkdown, plainText, renderInline, renderMarkdown } from '../../plan/markdown.ts';
import type { PlanChange } from '../../plan/plan.ts';
import type { Kind } from '../../release/vocabulary.ts';
import type { Link } from '../../release/release.ts';

/** What an item of a list says, taken apart. */
export interface Item {
  title: string;
  text?: string;
  component?: string;
  /** As `fix: …` says. */
  kind?: Kind;
  breaking: boolean;
  links: Link[];
  /** What was taken off it: marks of tools that say nothing to a reader. */
  dropped: { text: string; why: string }[];
}

/** Reads the blocks of one item: its first sentence is the title, the rest the text. */
export function readItem(nodes: readonly RootContent[]): Item {
  const [first, ...rest] = nodes;
  const isLine = first?.type === 'paragraph' || first?.type === 'heading';
  const marks = takeMarks(isLine ? renderInline(first.children) : '');
  const { title, more } = splitTitle(marks.line);
  const text = [more, renderMarkdown(isLine ? rest : nodes)].filter(Boolean).join('\n\n');
  const whole = `${marks.line}\n${text}`;
  return {
    title: title || firstWords(text),
    ...(text && { text }),
    ...(marks.component && { component: marks.component }),
    ...(marks.kind && { kind: marks.kind }),
    breaking: marks.breaking || /\*\*\s*breaking\b/i.test(whole) || /⚠️?\s*\*{0,2}breaking/i.test(whole),
    links: marks.links,
    dropped: marks.dropped,
  };
}

export function changeOf(kind: Kind, item: Item): PlanChange {
  const { title, text, component, breaking, links } = item;
  return {
    kind,
    title,
    ...(text && { text }),
    ...(component && { component }),
    ...(breaking && { breaking: true }),
    links,
    epics: [],
    stories: [],
  };
}

/** Characters; longer first paragraphs are parted after their first sentence. */
const LONG = 160;
/** What a record holds as a title. */
const LONGEST = 900;

/** The first sentence of a long paragraph and what follows it. */
export function splitTitle(line: string): { title: string; more?: string } {
  if (line.length <= LONG) return { title: line };
  for (const match of line.matchAll(/[.!?:](?:["”)])?\s+(?=[\p{Lu}`*[“"(])/gu)) {
    const end = match.index + match[0].trimEnd().length;
    if (end > LONGEST) break;
    const [title, more] = [line.slice(0, end).trim(), line.slice(end).trim()];
    if (title.length < 20 || ABBREVIATION.test(title) || !isWhole(title) || !isWhole(more)) continue;
    return { title: title.replace(/:$/, ''), more };
  }
  return line.length <= LONGEST ? { title: line } : { title: firstWords(line), more: line };
}

const ABBREVIATION = /\b(?:e\.g|i\.e|etc|vs|cf|approx|no)\.$/i;

/** True where no link, code or emphasis was cut in two. */
function isWhole(markdown: string): boolean {
  const [only, ...others] = parseMarkdown(markdown).children;
  if (only?.type !== 'paragraph' || others.length > 0) return false;
  const count = (sign: string) => markdown.split(sign).length - 1;
  return count('`') % 2 === 0 && count('**') % 2 === 0 && count('[') === count(']');
}

function firstWords(text: string): string {
  const words = plainText(parseMarkdown(text)).replace(/\s+/g, ' ').trim();
  if (words.length <= 100) return escape(words);
  return escape(`${words.slice(0, 100).replace(/\s+\S*$/, '')}…`);
}

function escape(words: string): string {
  return renderInline([{ type: 'text', value: words }]);
}

interface Marks {
  line: string;
  component?: string;
  kind?: Kind;
  breaking: boolean;
  links: Link[];
  dropped: { text: string; why: string }[];
}

/** Takes numbers of issues, hashes of commits, thanks and scopes off a line; what is of use to a reader stays with the change. */
function takeMarks(original: string): Marks {
  const marks: Marks = { line: original, breaking: false, links: [], dropped: [] };
  const drop = (text: string, why: string) => marks.dropped.push({ text, why });
  const take = (pattern: RegExp, act: (match: RegExpExecArray) => void) => {
    for (let match = pattern.exec(marks.line); match?.[0]; match = pattern.exec(marks.line)) {
      marks.line = (
        marks.line.slice(0, match.index) + marks.line.slice(match.index + match[0].length)
      ).trim();
      act(match);
    }
  };
  const link = (title = '', url = '') => marks.links.push({ title, url });
  take(/^\[(#\d+)\]\((https?:[^)\s]+)\)\s*/, ([, title, url]) => link(title, url));
  take(/^\[`[0-9a-f]{7,40}`\]\(https?:[^)\s]+\)\s*/, ([text]) => drop(text.trim(), 'the hash of a commit'));
  take(/^`?[0-9a-f]{7,40}`?:\s+/, ([text]) => drop(text.trim(), 'the hash of a commit'));
  take(/^Thanks (?:\[@[^\]]+\]\([^)]+\)(?:,? (?:and )?)?)+!\s*/i, ([text]) =>
    drop(text.trim(), 'thanks to who wrote it'),
  );
  take(/^-\s+/, () => undefined);
  take(
    /\s+by \[?@[\w[\]\\-]+\]?(?:\([^)]*\))? in <?\[?(https?:\/\/[^\s>\])]+\/(\d+))>?(?:\]\([^)]*\))?$/,
    ([text, url, number]) => {
      link(`#${number}`, url);
      drop(text.replace(/ in .*$/, '').trim(), 'thanks to who wrote it');
    },
  );
  take(/,? (?:closes|fixes|refs|resolves)(?:,? \[[^\]]*#\d+\]\(https?:[^)\s]+\))+$/i, ([text]) => {
    for (const [, title, url] of text.matchAll(/\[([^\]]*#\d+)\]\((https?:[^)\s]+)\)/g)) link(title, url);
  });
  take(/\s*\(\[`?[0-9a-f]{7,40}`?\]\(https?:[^)\s]+\)\)$/, ([text]) =>
    drop(text.trim(), 'the hash of a commit'),
  );
  take(/\s*\((?:(?:[a-z]+ )?\[[^\]]*#\d+\]\(https?:[^)\s]+\)(?:, ?)?)+\)$/i, ([text]) => {
    for (const [, title, url] of text.matchAll(/\[([^\]]*#\d+)\]\((https?:[^)\s]+)\)/g)) link(title, url);
  });
  take(/^(?:⚠️?\s*)?\*\*(?:⚠️?\s*)?breaking(?: changes?)?:?\*\*:?\s*/i, () => (marks.breaking = true));
  take(/^\*\*([\w @/.,-]{1,40}):\*\*\s*/, ([, scope]) => (marks.component ??= scope));
  take(
    /^(feat|fix|perf|docs|chore|refactor|build|ci|test|style|revert)(?:\(([^)]{1,40})\))?(!?):\s+/i,
    ([, type = '', scope, breaks]) => {
      marks.kind = COMMITS[type.toLowerCase()] ?? 'changed';
      if (scope) marks.component ??= scope;
      if (breaks) marks.breaking = true;
    },
  );
  return marks;
}

/** conventionalcommits.org */
const COMMITS: Record<string, Kind> = { feat: 'added', fix: 'fixed' };
