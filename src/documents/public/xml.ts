import { escapeText } from './escape-text.ts';
import { printable } from './printable.ts';

/** A piece of XML that is already well-formed. */
export interface Xml {
  xml: string;
}

type Attributes = Record<string, string | undefined>;
type Child = string | Xml | undefined;

/** An element of XML 1.0. Strings are plain text and are escaped here; children that are `undefined` are left out. */
export function xml(name: string, attributes: Attributes, ...children: Child[]): Xml {
  const list = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeText(printable(value))}"`))
    .join('');
  const content = children
    .map((child) =>
      typeof child === 'string' ? escapeText(printable(child)) : child ? `\n${child.xml}` : '',
    )
    .join('');
  if (!content) return { xml: `<${name}${list}/>` };
  return { xml: `<${name}${list}>${content}${content.startsWith('\n') ? '\n' : ''}</${name}>` };
}

export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
}
