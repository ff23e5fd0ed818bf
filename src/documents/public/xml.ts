import { escapeText } from './escape-text.ts';
import { printable } from './printable.ts';

/** A piece of XML that is already well-formed. */
export interface Xml {
  xml: string;
}

/** RFC 5005 §4. */
export const historyNamespace = 'http://purl.org/syndication/history/1.0';

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

/** @param style the path of an XSL style sheet, which brings a CSS one of the same name for browsers that know no XSL any more */
export function xmlDocument(root: Xml, style?: string): string {
  const styles = style
    ? `<?xml-stylesheet type="text/xsl" href="${escapeText(style)}"?>\n<?xml-stylesheet type="text/css" href="${escapeText(style.replace(/xsl$/, 'css'))}"?>\n`
    : '';
  return `<?xml version="1.0" encoding="UTF-8"?>\n${styles}${root.xml}\n`;
}
