import type { Plugin, Processor } from 'unified';
import type { Element, Root } from './html-tree.ts';

type Nodes = Root | Root['children'][number];

/** The last step of a processor: sanitised HTML as text. */
export const htmlText: Plugin<[], Root, string> = function (this: Processor) {
  this.compiler = (tree) => renderTree(tree as Root);
};

/**
 * HTML as text. It knows what the schema lets through and no more: elements without scripts and styles in them, whose text is text, and attributes
 * that are words, lists of words or switches. Comments and all else are left out.
 */
export function renderTree(node: Nodes): string {
  switch (node.type) {
    case 'root':
      return node.children.map(renderTree).join('');
    case 'text':
      return node.value.replace(/[&<]/g, escapeCharacter);
    case 'element': {
      const { tagName, properties, children } = node;
      const start = `<${tagName}${renderProperties(properties)}>`;
      return EMPTY.has(tagName) ? start : `${start}${children.map(renderTree).join('')}</${tagName}>`;
    }
    default:
      return '';
  }
}

/** Elements that have no end, of those in the schema. */
const EMPTY: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input']);

const NAMES: Readonly<Record<string, string>> = {
  className: 'class',
  tabIndex: 'tabindex',
  ariaLabel: 'aria-label',
  ariaDescribedBy: 'aria-describedby',
};

function renderProperties(properties: Element['properties']): string {
  return Object.entries(properties)
    .map(([name, value]) => {
      if (value === undefined || value === null || value === false) return '';
      const attribute = NAMES[name] ?? name;
      if (value === true) return ` ${attribute}`;
      const text = Array.isArray(value) ? value.join(' ') : String(value);
      return ` ${attribute}="${text.replace(/[&"'`]/g, escapeCharacter)}"`;
    })
    .join('');
}

function escapeCharacter(character: string): string {
  return REFERENCES[character] ?? character;
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  "'": '&#x27;',
  '`': '&#x60;',
};
