import { type Content, element, text } from './html-tree.ts';

/** Elements of MathML that may come out of a formula. All of them are drawn by browsers of today. */
export const mathElements = [
  ...['math', 'mfrac', 'mi', 'mmultiscripts', 'mn', 'mo', 'mover', 'mpadded', 'mphantom', 'mprescripts'],
  ...['mroot', 'mrow', 'mspace', 'msqrt', 'mstyle', 'msub', 'msubsup', 'msup', 'mtable', 'mtd', 'mtext'],
  ...['mtr', 'munder', 'munderover'],
];

const flag = ['true', 'false'];
/** Nothing stands further away than that from the formula it belongs to. */
const length = [/^-?(?:\d{1,2}(?:\.\d+)?|\.\d+)(?:em|ex|pt|px|width)?$/];

/** Attributes of theirs, with what may stand in them. */
export const mathAttributes: Record<string, readonly (string | RegExp)[]> = {
  ...{
    accent: flag,
    accentunder: flag,
    displaystyle: flag,
    fence: flag,
    movablelimits: flag,
    separator: flag,
  },
  ...{ stretchy: flag, symmetric: flag, form: ['prefix', 'infix', 'postfix'], mathvariant: ['normal'] },
  ...{
    depth: length,
    height: length,
    linethickness: length,
    lspace: length,
    maxsize: length,
    minsize: length,
  },
  ...{ rspace: length, voffset: length, width: length, scriptlevel: [/^[+-]?\d$/], columnspan: [/^\d\d?$/] },
};

/** What our own styles draw, by the class that the library gives it. */
const looks: Record<string, string> = { 'tml-left': 'maths-left', 'tml-right': 'maths-right' };
export const mathLooks = Object.values(looks);

/** A node as the library has it: an element, a text, or several nodes without a parent. */
export interface MathNode {
  type?: string;
  text?: string;
  attributes?: Record<string, unknown>;
  classes?: string[];
  children?: MathNode[];
}

/**
 * A formula as the library made it → the same in our own tree, with nothing but what is named above.
 * @param most how many nodes it may have
 * @throws where it has more, or something that would not mean the same without colours or strokes
 */
export function convertMaths(root: MathNode, most: number): Content[] {
  let left = most;
  return convert(root, 0);

  function convert({ type, text: words, children, ...node }: MathNode, depth: number): Content[] {
    if (--left < 0 || depth > 100) throw new Error('A formula is too large.');
    if (words !== undefined) return [text(words)];
    const inside = (children ?? []).flatMap((child) => convert(child, depth + 1));
    if (!type) return inside;
    const attributes = Object.entries(node.attributes ?? {}).map(
      ([name, value]) => [name, String(value)] as const,
    );
    if (type === 'menclose') return [withLine(Object.fromEntries(attributes).notation, inside)];
    if (!mathElements.includes(type) || attributes.some(([name]) => name === 'mathbackground'))
      throw new Error(`<${type}> is not shown.`);
    const className = (node.classes ?? []).flatMap((each) => looks[each] ?? []);
    const kept = attributes.filter(([name]) => name in mathAttributes);
    return [
      element(type, { ...Object.fromEntries(kept), ...(className.length > 0 ? { className } : {}) }, inside),
    ];
  }
}

/** A line above or below, as an accent that stretches: browsers do not draw the element that the library takes. */
function withLine(place: string | undefined, inside: Content[]): Content {
  if (place !== 'top' && place !== 'bottom') throw new Error('A stroke is not shown.');
  const line = element('mo', { stretchy: 'true' }, [text(place === 'top' ? '\u203E' : '_')]);
  return element(place === 'top' ? 'mover' : 'munder', {}, [element('mrow', {}, inside), line]);
}
