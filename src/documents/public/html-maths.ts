import temml from 'temml';
import { convertMaths, type MathNode } from './mathml.ts';
import type { Context } from './html-settle.ts';
import { type Content, element, type Element, text, textOf } from './html-tree.ts';

/** Formulas in a line, code between two dollars, become MathML. A feed keeps them as code, for not all of its readers know maths. */
export function settleMaths(nodes: readonly Content[], { page }: Context): readonly Content[] {
  if (!nodes.some(isCode)) return nodes;
  const settled = [...nodes];
  for (const [at, code] of nodes.entries()) {
    const [before, after] = [settled[at - 1], settled[at + 1]];
    if (!isCode(code) || before?.type !== 'text' || after?.type !== 'text') continue;
    if (!before.value.endsWith('$') || !after.value.startsWith('$')) continue;
    settled[at - 1] = text(before.value.slice(0, -1));
    settled[at] = (page ? undefined : readFormula(textOf([code]), false)) ?? code;
    settled[at + 1] = text(after.value.slice(1));
  }
  return settled;
}

/** A block of code in `math`, or a paragraph that is one formula, is set on a line of its own; `undefined` for all others. */
export function settleMathsBlock(
  { children }: Element,
  { page, blocks, words }: Context,
): Element | undefined {
  const code = children.find(isCode);
  if (page || !blocks || !code) return undefined;
  const isBlock = String(code.properties.className ?? '') === 'language-math';
  const [before, , after, ...more] = children;
  const isAlone =
    more.length === 0 && [before, after].every((each) => each?.type === 'text' && each.value === '$');
  const math = isBlock || isAlone ? readFormula(textOf([code]), true) : undefined;
  return (
    math &&
    element('div', { className: ['maths'], role: 'group', tabIndex: 0, ariaLabel: words.formula }, [math])
  );
}

/** Longer formulas are none that a person wrote. */
const LONGEST = 2_000;

/**
 * TeX → MathML, which browsers draw and read out without a script. What cannot be parsed, and what would not mean the same
 * without colours or strokes, gives `undefined`: it stays in its source.
 */
function readFormula(source: string, display: boolean): Element | undefined {
  if (source.length > LONGEST || source.trim() === '') return undefined;
  try {
    const options = { displayMode: display, throwOnError: true, maxExpand: 100 };
    const [math] = convertMaths(
      temml.__renderToMathMLTree(source, options) as MathNode,
      4 * source.length + 20,
    );
    return math?.type === 'element'
      ? { ...math, properties: display ? { display: 'block' } : {} }
      : undefined;
  } catch {
    return undefined;
  }
}

function isCode(node: Content | undefined): node is Element {
  return node?.type === 'element' && node.tagName === 'code';
}
