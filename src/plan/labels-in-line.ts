import type { ListItem, PhrasingContent, RootContent, Text } from 'mdast';
import { normaliseName } from './fields.ts';
import { frameOf } from './frames.ts';
import type { LabelNames } from './labels.ts';
import { plainText } from './markdown.ts';

/** Which labels are read in the middle of a line, too. */
interface InLine {
  names: LabelNames;
  /** Labels that need no colon where a version is all that follows: “Fixed in 1.3.0.” */
  withVersion?: ReadonlySet<string>;
}

/** Some of the names of labels. */
export function pickNames(labels: LabelNames, names: readonly string[]): LabelNames {
  const wanted = new Set(names.map(normaliseName));
  return new Map([...labels].filter(([name]) => wanted.has(name)));
}

/**
 * Blocks whose labels behind the end of a sentence begin a line or a bullet of their own, where they are read: “Prints twice. Workaround: turn it
 * off. Fixed in 1.3.0.”
 */
export function withLabelsOnLines(nodes: readonly RootContent[], inLine: InLine): RootContent[] {
  return nodes.map((node) => withLines(node, inLine));
}

function withLines(node: RootContent, inLine: InLine): RootContent {
  if (node.type === 'paragraph') {
    const [first = [], ...others] = splitAtLabels(node.children, inLine);
    return { ...node, children: [...first, ...others.flatMap((part) => [LINE_END, ...part])] };
  }
  if (node.type === 'list')
    return { ...node, children: node.children.map((each) => withBullets(each, inLine)) };
  if (node.type === 'blockquote' && frameOf(node)) {
    return { ...node, children: withLabelsOnLines(node.children, inLine) as typeof node.children };
  }
  return node;
}

/** An item, and the bullets below it, each of which is one label or none. */
function withBullets(item: ListItem, inLine: InLine): ListItem {
  const children = item.children.map((node) =>
    node.type === 'list'
      ? { ...node, children: node.children.flatMap((bullet) => splitBullet(bullet, inLine)) }
      : withLines(node, inLine),
  );
  return { ...item, children: children as ListItem['children'] };
}

function splitBullet(bullet: ListItem, inLine: InLine): ListItem[] {
  const [first, ...below] = bullet.children;
  if (first?.type !== 'paragraph') return [bullet];
  const parts = splitAtLabels(first.children, inLine);
  return parts.map((children, place) => ({
    ...bullet,
    children: [{ ...first, children }, ...(place === parts.length - 1 ? below : [])],
  }));
}

/** The words of a paragraph, cut before each label that begins a sentence. */
function splitAtLabels(nodes: readonly PhrasingContent[], inLine: InLine): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]];
  let before = '';
  for (const [place, node] of nodes.entries()) {
    const [head, ...rest] = node.type === 'text' ? splitText(node, before, inLine) : [node];
    if (node.type === 'strong' && SENTENCE_END.test(before) && isBoldLabel(nodes, place, inLine))
      parts.push([]);
    if (head) parts.at(-1)?.push(head);
    for (const each of rest) parts.push([each]);
    before = (before + plainText(node)).slice(-TAIL);
  }
  return parts.flatMap((part) => splitVersions(part, inLine, inLine.withVersion ?? new Set()));
}

const SENTENCE_END = /[.!?…。！？][”"’)\]]?\s+$/;
/** Characters in which the end of a sentence shows. */
const TAIL = 20;
const LINE_END: Text = { type: 'text', value: '\n' };

/** A text, cut behind each sentence that a label follows. */
function splitText(node: Text, before: string, inLine: InLine): Text[] {
  const starts = [...node.value.matchAll(NAMED)]
    .filter(({ 1: name = '' }) => isWanted(name, inLine))
    .map(({ index }) => index)
    .filter((at) =>
      SENTENCE_END.test((at < TAIL ? before : '') + node.value.slice(Math.max(0, at - TAIL), at)),
    );
  const cuts = [0, ...starts, node.value.length];
  const values = cuts.slice(1).map((end, place) => node.value.slice(cuts[place], end));
  return values.map((value) => ({ ...node, value }));
}

/** Words with a colon behind them, each of which may begin a sentence. */
const NAMED = /(?<!\p{L})(\p{Lu}[\p{L} -]{0,30})(?::\s|：)/gu;

function isWanted(name: string, { names }: InLine): boolean {
  return names.has(normaliseName(name));
}

/** “**Workaround:** turn it off” and “**Workaround**: turn it off” */
function isBoldLabel(nodes: readonly PhrasingContent[], place: number, inLine: InLine): boolean {
  const name = plainText(nodes.slice(place, place + 1)).trim();
  const isNamed = /[:：]$/.test(name) || /^\s*[:：]/.test(plainText(nodes.slice(place + 1, place + 2)));
  return isNamed && isWanted(name.replace(/\s*[:：]$/, ''), inLine);
}

/**
 * Cuts off the sentences at the end that are a label without its colon and a version, and gives each its colon.
 * @param keys of the labels that are still looked for: each counts once
 */
function splitVersions(
  part: PhrasingContent[],
  inLine: InLine,
  keys: ReadonlySet<string>,
): PhrasingContent[][] {
  const last = part.at(-1);
  if (last?.type !== 'text') return [part];
  const found = VERSION_SENTENCE.exec(last.value);
  const key = inLine.names.get(normaliseName(found?.[1] ?? ''));
  if (!found || !key || !keys.has(key)) return [part];
  const head = last.value.slice(0, found.index);
  if (!beginsSentence(plainText(part.slice(0, -1)), head) && !isBehindTitle(part, head)) return [part];
  const label: Text = { type: 'text', value: `${found[1]}: ${found[2]}` };
  const rest = head === '' ? part.slice(0, -1) : [...part.slice(0, -1), { ...last, value: head }];
  const others = new Set([...keys].filter((each) => each !== key));
  return rest.length === 0 ? [[label]] : [...splitVersions(rest, inLine, others), [label]];
}

function beginsSentence(before: string, head: string): boolean {
  const text = before + head;
  return text.trim() === '' || SENTENCE_END.test(text.slice(-TAIL));
}

function isBehindTitle(part: readonly PhrasingContent[], head: string): boolean {
  return part.length === 2 && part[0]?.type === 'strong' && /^[\s.:–—-]*$/.test(head);
}

const VERSION_SENTENCE = /(?<!\p{L})(\p{L}[\p{L} ]{0,20}) (v?\d+(?:\.\d+)+(?:-[\w.]*\w)?)\.?\s*$/u;
