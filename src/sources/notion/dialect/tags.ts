/** Tags of Notion's Markdown: `<callout icon="💡">`, `</callout>`, `<empty-block/>`. */
export interface Tag {
  name: string;
  kind: 'open' | 'close' | 'empty';
  attributes: ReadonlyMap<string, string>;
  /** As it was written. */
  text: string;
}

const TAG = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>/y;
const ATTRIBUTE = /([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** The tag that begins at this place, if one does. */
export function readTag(text: string, index: number): Tag | undefined {
  TAG.lastIndex = index;
  const match = TAG.exec(text);
  if (!match) return undefined;
  const [whole, slash, name = '', attributes = '', end] = match;
  return {
    name: name.toLowerCase(),
    kind: slash ? 'close' : end || VOID.has(name.toLowerCase()) ? 'empty' : 'open',
    attributes: readAttributes(attributes),
    text: whole,
  };
}

/** `icon="💡" color="gray_bg"`; names in small letters, entities in values decoded. */
export function readAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    attributes.set(name.toLowerCase(), decode(double ?? single ?? bare ?? ''));
  }
  return attributes;
}

const VOID = new Set(['br', 'hr', 'img', 'col', 'wbr', 'input']);

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
