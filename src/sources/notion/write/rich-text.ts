import type { Definition, PhrasingContent } from 'mdast';

/** Definitions of the document, by identifier, for links that refer to them. */
export type Definitions = ReadonlyMap<string, Definition>;

/** Inline Markdown in Notion's dialect, on one line. */
export function renderRichText(nodes: readonly PhrasingContent[], definitions: Definitions): string {
  const written = nodes.map((node) => render(node, definitions)).join('');
  // Code between two dollars is a formula, there as here.
  return written.replace(/\\\$(`[^`]+`)\\\$/g, '$$$1$$');
}

/** Text with a backslash before each character that means something to Notion. */
export function escapeText(text: string): string {
  return text.replace(/[\\*~`$[\]<>{}|^]/g, '\\$&');
}

function render(node: PhrasingContent, definitions: Definitions): string {
  const inside = () => ('children' in node ? renderRichText(node.children, definitions) : '');
  switch (node.type) {
    case 'text':
      return escapeText(unwrap(node.value));
    case 'strong':
      return `**${inside()}**`;
    case 'emphasis':
      return `*${inside()}*`;
    case 'delete':
      return `~~${inside()}~~`;
    case 'inlineCode':
      return renderCode(node.value);
    case 'break':
      return '<br>';
    case 'link':
      return `[${inside()}](${renderTarget(node)})`;
    case 'image':
      return `![${escapeText(node.alt ?? '')}](${renderTarget(node)})`;
    case 'linkReference': {
      const definition = definitions.get(node.identifier);
      return definition ? `[${inside()}](${renderTarget(definition)})` : inside();
    }
    case 'imageReference': {
      const definition = definitions.get(node.identifier);
      return definition
        ? `![${escapeText(node.alt ?? '')}](${renderTarget(definition)})`
        : escapeText(node.alt ?? '');
    }
    case 'footnoteReference':
      return escapeText(`[^${node.identifier}]`);
    case 'html':
      return renderHtml(node.value);
    default:
      return inside();
  }
}

/** A line end inside a paragraph is a space, or nothing between characters of scripts that write no spaces. */
function unwrap(text: string): string {
  return text
    .replace(
      /(?<=[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}])\n(?=[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}])/gu,
      '',
    )
    .replace(/[ \t]*\n[ \t]*/g, ' ');
}

function renderCode(value: string): string {
  const longest = Math.max(0, ...(value.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .*[^ ].* $/.test(value) ? ' ' : '';
  return `${fence}${pad}${value}${pad}${fence}`;
}

/** A title that its quotation marks cannot hold is left out. */
function renderTarget({ url, title }: { url: string; title?: string | null | undefined }): string {
  const address = url.replace(/[()\\]/g, '\\$&').replaceAll(' ', '%20');
  return title && !/["()\\\n]/.test(title) ? `${address} "${title}"` : address;
}

/** Comments are notes of the author's and find their way elsewhere; other HTML is text to Notion. */
function renderHtml(html: string): string {
  if (/^<br\s*\/?>$/i.test(html)) return '<br>';
  return html.startsWith('<!--') ? '' : escapeText(html);
}
