import type { Nodes, TableRow } from 'mdast';
import type { Place, RawField, RawValue } from './document.ts';
import { isInternalMark } from './internal-mark.ts';
import { linesOf } from './line-notes.ts';
import { plainText } from './markdown.ts';

/** A line such as “Visibility: internal”. */
export interface Flag {
  line: string;
  place: Place | undefined;
}

/** True where a line or an item among what is said of a thing keeps all of it inside: “Visibility: internal”, “Public: no”. */
export function isFlaggedInside(blocks: readonly Nodes[]): boolean {
  return findFlag(blocks) !== undefined;
}

/** The line that does. */
export function findFlag(blocks: readonly Nodes[]): Flag | undefined {
  return blocks.flatMap(flagLines).find(({ line }) => {
    const [name, value] = line.split(/(?:[:=]|\s[–—-]+\s)(.*)/);
    return value !== undefined && isFlag(name as string, value);
  });
}

/** The same of a row of a table, by the heads of its columns. */
export function isRowFlaggedInside(head: TableRow, row: TableRow): boolean {
  return head.children.some((name, column) => {
    const cell = row.children[column];
    return cell !== undefined && isFlag(plainText(name), plainText(cell));
  });
}

/** The same of a field, however its key is spelt: `draft: true`, `isPublic: false`, `audience: [internal]`. */
export function isFieldFlaggedInside({ key, value }: RawField): boolean {
  const words = key.replace(/(?<=[a-z])(?=[A-Z])|[_-]/g, ' ').replace(/^is\s/i, '');
  const texts = textsOf(value);
  return texts.length > 0 && texts.every((text) => isFlag(words, text));
}

function textsOf(value: RawValue): string[] {
  if (value?.type === 'list') return value.items.flatMap(textsOf);
  return value?.type === 'scalar' ? [value.text] : [];
}

function flagLines(block: Nodes): Flag[] {
  if (block.type === 'list')
    return block.children.flatMap(({ children }) => children.slice(0, 1).flatMap(flagLines));
  const start = block.position?.start;
  return linesOf(block.type === 'paragraph' ? block.children : []).map((line, above) => ({
    line: line.trim(),
    place: start && { line: start.line + above, column: start.column },
  }));
}

function isFlag(name: string, value: string): boolean {
  if (name.length + value.length > LONGEST) return false;
  const flag = FLAGS.find(([names]) => names.test(wordsOf(name)));
  if (!flag) return false;
  const [, values] = flag;
  return values.test(wordsOf(value)) || (values === INSIDE && isInternalMark(value));
}

/** Small, and without what stands around them. */
function wordsOf(text: string): string {
  return text.replace(/^[*_\s]+|[*_.!?\s]+$/g, '').toLowerCase();
}

/** No flag is a sentence. */
const LONGEST = 60;

const INSIDE =
  /^(?:private|hidden|restricted|secret|draft|team(?: only)?|employees(?: only)?|staff(?: only)?)$/;
const FLAGS: readonly [names: RegExp, values: RegExp][] = [
  [
    /^(?:visibility|audience|visible to|confidentiality|classification|sensitivity|scope|status|sichtbarkeit|公開範囲|الظهور)$/,
    INSIDE,
  ],
  [
    /^(?:internal(?: only)?|confidential|private|hidden|draft|wip|unlisted|embargo(?:ed)?|nda|do not publish)$/,
    /^(?:yes|y|true|ja|はい|نعم|x|✓|✔|✔️|✅|☑|☑️|1)$/,
  ],
  [
    /^(?:public|publish|published|external|customer[- ]facing|visible|visible to customers|öffentlich|公開|عام)$/,
    /^(?:no|n|false|not yet|never|nein|いいえ|لا|✗|✘|❌|✖|✖️|0)$/,
  ],
];
