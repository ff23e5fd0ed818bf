import type {
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  Nodes,
  Parents,
  PhrasingContent,
  RootContent,
} from 'mdast';
import { isComment, isNoteAlone, publicWords, withoutComments } from './comments.ts';
import { frameOf, readFrames, titleNodes } from './frames.ts';
import { readTitle } from '../release/frames.ts';
import { isInternalNote } from './internal-mark.ts';
import { holdsPassword, isFromSite, isNotion, isOwnNetwork, isSafeLink } from './link-kinds.ts';
import { plainText } from './markdown.ts';
import { withoutTexComments } from './maths.ts';
import type { AuthorProblem } from './message.ts';
import { byName, findNoted, footnotesIn } from './references.ts';

/**
 * Makes a section's text safe to be read as public: comments and raw HTML go; references become plain links, so that
 * a section stands on its own; links lead to http, https or mailto only, never into Notion; pictures come from the site itself.
 * @param definitions what references may refer to, beside what stands in the section
 */
export function cleanSection(
  nodes: readonly RootContent[],
  definitions: readonly Definition[],
  complain: (problem: AuthorProblem) => void,
): RootContent[] {
  const own = nodes.filter((node): node is Definition => node.type === 'definition');
  const footnotes = byName(footnotesIn(nodes));
  const noted = findNoted(nodes, footnotes);
  const context: Context = {
    complain,
    definitions: byName([...own, ...definitions].filter((each) => !isComment(each))),
    footnotes,
    noted,
  };
  return cleanAll(readFrames(nodes), context) as RootContent[];
}

interface Context {
  complain: (problem: AuthorProblem) => void;
  definitions: Map<string, Definition>;
  footnotes: Map<string, FootnoteDefinition>;
  /** Those that are referred to, with their numbers. */
  noted: ReadonlyMap<FootnoteDefinition, number>;
}

function cleanAll(nodes: readonly Nodes[], context: Context): Nodes[] {
  return nodes.flatMap((node, place) => {
    // Stryker disable next-line ConditionalExpression: saves time only.
    if (node.type === 'text') return [node];
    const isFormula =
      node.type === 'inlineCode' && isDollar(nodes[place - 1], -1) && isDollar(nodes[place + 1], 0);
    return clean(isFormula ? { ...node, value: withoutTexComments(node.value) } : node, context);
  });
}

/** True for a text that has a dollar at its end or at its beginning, as before and behind the code of a formula. */
function isDollar(node: Nodes | undefined, place: 0 | -1): boolean {
  return node?.type === 'text' && node.value.at(place) === '$';
}

function clean(node: Nodes, context: Context): Nodes[] {
  switch (node.type) {
    case 'definition':
      return [];
    case 'html':
      return cleanHtml(node, context);
    case 'linkReference': {
      if (isComment(node)) return [{ type: 'text', value: '[//]' }];
      const definition = context.definitions.get(node.identifier.toLowerCase());
      const children = cleanAll(node.children, context) as PhrasingContent[];
      if (!definition) return children;
      return clean(
        { type: 'link', url: definition.url, title: definition.title, children, position: node.position },
        context,
      );
    }
    case 'imageReference': {
      const definition = context.definitions.get(node.identifier.toLowerCase());
      return definition
        ? clean(
            {
              type: 'image',
              url: definition.url,
              title: definition.title,
              alt: node.alt,
              position: node.position,
            },
            context,
          )
        : [];
    }
    case 'footnoteReference': {
      const note = context.footnotes.get(node.identifier.toLowerCase());
      return note ? [numbered(node, note, context)] : [];
    }
    case 'footnoteDefinition':
      if (!context.noted.has(node)) return [];
      return [{ ...numbered(node, node, context), children: cleanAll(node.children, context) } as Parents];
    case 'paragraph':
      return [{ ...node, children: withoutComments(cleanAll(node.children, context) as PhrasingContent[]) }];
    case 'code':
      // What stands behind the language is for tools, and behind `%` in TeX and Mermaid for its author.
      return [
        {
          ...node,
          meta: null,
          ...(node.lang === 'math' && { value: withoutTexComments(node.value) }),
          ...(node.lang === 'mermaid' && { value: node.value.replace(/^[ \t]*%%(?!\{).*\n?/gm, '') }),
        },
      ];
    case 'link':
      return cleanLink(node, context);
    case 'image': {
      if (isNoteAlone(node.alt ?? '')) return [];
      const image = { ...node, alt: publicWords(node.alt), title: publicWords(node.title) };
      return isFromSite(node.url) ? [image] : imageToLink(image, context);
    }
    default:
      if (!('children' in node)) return [node];
      return [{ ...node, children: cleanAll(blocksOf(node), context) } as Parents];
  }
}

/** What a footnote is called is its author's own matter. */
function numbered<Node extends FootnoteReference | FootnoteDefinition>(
  node: Node,
  note: FootnoteDefinition,
  { noted }: Context,
): Node {
  const number = String(noted.get(note));
  return { ...node, identifier: number, label: number };
}

function blocksOf(node: Parents): readonly Nodes[] {
  // What stands in a frame has been read with it.
  const mayHoldFrames = (node.type === 'blockquote' && !frameOf(node)) || node.type === 'listItem';
  return mayHoldFrames ? readFrames(node.children) : node.children;
}

function cleanHtml(node: Extract<Nodes, { type: 'html' }>, { complain }: Context): Nodes[] {
  const isComment = /^\s*(?:<!--[\s\S]*?(?:-->|$)\s*)+$/.test(node.value);
  const isToggle = /^\s*<\/?(?:details|summary)\b/i.test(node.value);
  if (isComment) return [];
  if (isToggle) return [...toggleTitle(node.value)];
  if (/^<br\s*\/?>$/i.test(node.value.trim())) return [{ type: 'break' }];
  complain({
    code: 'RP140',
    severity: 'warning',
    text: `Unexpected HTML \`${shorten(node.value)}\`, expected Markdown`,
    hint: 'HTML is not published; write the same in Markdown.',
    place: node.position?.start,
  });
  return [];
}

/** The title of a toggle that is not whole becomes a paragraph, and its content stays. */
function toggleTitle(html: string): RootContent[] {
  const title = /<summary[^>]*>([\s\S]*?)(?:<\/summary>|$)/i.exec(html)?.[1]?.trim();
  if (!title) return [];
  return [{ type: 'paragraph', children: [{ type: 'strong', children: titleNodes(readTitle(title)) }] }];
}

function cleanLink(node: Extract<Nodes, { type: 'link' }>, context: Context): Nodes[] {
  const children = cleanAll(node.children, context) as PhrasingContent[];
  // Nobody sees a link without words.
  const words = plainText(children).trim();
  if (words === '' && !children.some((child) => child.type === 'image')) return [];
  if (isInternalNote(words)) return [];
  const inside = isNotion(node.url) ? 'Notion' : isOwnNetwork(node.url) ? 'your own network' : undefined;
  if (isSafeLink(node.url) && !inside) return [{ ...node, title: publicWords(node.title), children }];
  context.complain({
    code: 'RP141',
    severity: 'warning',
    text: unexpectedLink(node, inside),
    hint: 'Only its text is published.',
    place: node.position?.start,
  });
  // A bare address is its own text, and would become a link again.
  const isBare = /^(?:\w+:\/\/|www\.)\S+$|notion\S*\//i.test(plainText(node).trim());
  return isBare && (inside || holdsPassword(node.url)) ? [] : children;
}

function unexpectedLink(node: Extract<Nodes, { type: 'link' }>, inside: string | undefined): string {
  if (holdsPassword(node.url)) return 'Unexpected password in the address of a link, expected a public page';
  return inside
    ? `Unexpected link into ${inside} behind “${shorten(plainText(node))}”, expected a public page`
    : `Unexpected link to \`${shorten(node.url)}\`, expected an address with http, https or mailto`;
}

function imageToLink(node: Extract<Nodes, { type: 'image' }>, context: Context): Nodes[] {
  context.complain({
    code: 'RP142',
    severity: 'warning',
    text: `Unexpected picture from \`${shorten(node.url)}\`, expected a file of this site such as \`/images/map.png\``,
    hint: 'Readers’ browsers ask no other host for anything: put the file into public/. Until then it is published as a link.',
    place: node.position?.start,
  });
  const text: PhrasingContent = { type: 'text', value: node.alt || 'Picture' };
  return isSafeLink(node.url) && !isNotion(node.url) && !isOwnNetwork(node.url)
    ? [{ type: 'link', url: node.url, children: [text] }]
    : [text];
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
