import type { VFile } from 'vfile';
import { headingLevels } from './heading-levels.ts';
import type { HtmlSettings } from './html-settings.ts';
import { type Content, element, type Element, type Root, text, textOf } from './html-tree.ts';
import { settleCallout } from './html-callout.ts';
import { settleCode } from './html-code.ts';
import { settleMaths, settleMathsBlock } from './html-maths.ts';
import { alignNumbers, rowsOf } from './html-table.ts';
import { asFigure, settleImage } from './html-image.ts';
import { isForeign, isVideo, linkAddress } from './text-address.ts';

/**
 * Makes the tree of a text fit the page it will stand on: heading levels, addresses, images, tables that scroll, ids that are
 * unique. A rehype plugin; the settings come with the file.
 */
export function rehypeSettle() {
  return (tree: Root, file: VFile): Root => {
    const settings = file.data.html;
    if (!settings) throw new Error('A text was rendered without settings.');
    const levelOf = headingLevels(settings.headingBase);
    return {
      ...tree,
      children: settleAll(tree.children as Content[], { ...settings, levelOf, inLink: false }),
    };
  };
}

export interface Context extends HtmlSettings {
  /** The level for the next heading, by the level that the text gives it. */
  levelOf: (depth: number) => number;
  inLink: boolean;
}

function settleAll(nodes: readonly Content[], context: Context): Content[] {
  const settled = settleMaths(nodes, context).flatMap((node) =>
    node.type === 'element' ? settle(node, context) : [node],
  );
  if (context.blocks) return settled;
  return settled.flatMap((node) =>
    node.type === 'element' && node.tagName === 'p' ? node.children : [node],
  );
}

function settle(node: Element, context: Context): Content[] {
  switch (node.tagName) {
    case 'a':
      return settleLink(node, context);
    case 'img':
      return settleImage(node, context);
    case 'br':
      return context.blocks ? [node] : [text(' ')];
    case 'table':
      return [settleTable(node, context)];
    case 'td':
    case 'th':
      return [settleCell(node, context)];
    case 'pre':
      return [settleMathsBlock(node, context) ?? settleCode(node, context)];
    case 'blockquote':
      return [settleCallout({ ...node, children: settleAll(node.children, context) }, context.words)];
    case 'details':
      // A feed may be read where nothing opens.
      return [element('details', context.page ? { open: true } : {}, settleAll(node.children, context))];
    case 'input':
      return [
        {
          ...node,
          properties: {
            ...node.properties,
            ariaLabel: context.words[node.properties.checked ? 'done' : 'toDo'],
          },
        },
      ];
    case 'p': {
      const formula = settleMathsBlock(node, context);
      if (formula) return [formula];
      const isLabel = node.properties.id === 'footnote-label';
      const children = isLabel ? [text(context.words.footnotes)] : settleAll(node.children, context);
      return [asFigure(node, children) ?? { ...node, properties: prefixed(node, context), children }];
    }
    case 'li':
      return [{ ...node, properties: prefixed(node, context), children: settleAll(node.children, context) }];
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [element(`h${context.levelOf(Number(node.tagName[1]))}`, {}, settleAll(node.children, context))];
    default:
      return [{ ...node, children: settleAll(node.children, context) }];
  }
}

function settleLink(node: Element, context: Context): Content[] {
  const url = String(node.properties.href ?? '');
  const isBack = 'dataFootnoteBackref' in node.properties;
  if (isBack || 'dataFootnoteRef' in node.properties) {
    const properties = { ...prefixed(node, context), className: [isBack ? 'footnote-back' : 'footnote-ref'] };
    const [reference] = /[\d-]+$/.exec(String(node.properties.ariaLabel ?? '')) ?? [];
    const label = isBack && reference ? { ariaLabel: context.words.footnoteBack(reference) } : {};
    return [
      { ...node, properties: { ...properties, ...label, href: `#${context.idPrefix}${url.slice(1)}` } },
    ];
  }
  const children = settleAll(node.children, { ...context, inLink: true });
  const href = context.links && !context.inLink ? linkAddress(url, context) : undefined;
  if (!href || textOf(children).trim() === '') return children;
  const { title } = node.properties;
  return [
    element(
      'a',
      {
        href,
        ...(title ? { title } : {}),
        ...(isForeign(href) ? { rel: ['noopener'] } : {}),
        ...(isVideo(href) ? { className: ['video-link'] } : {}),
      },
      children,
    ),
  ];
}

/** A wide table scrolls inside a group that the keyboard can reach and whose name says what it holds. No landmark: several may be alike. */
function settleTable(node: Element, context: Context): Element {
  const table = alignNumbers({ ...node, children: settleAll(node.children, context) });
  const names = (rowsOf(table.children)[0] ?? []).map((cell) => textOf(cell.children).trim()).filter(Boolean);
  const ariaLabel = [context.words.table, names.join(', ')].filter(Boolean).join(': ');
  return element('div', { className: ['table'], role: 'group', tabIndex: 0, ariaLabel }, [table]);
}

function settleCell(node: Element, context: Context): Element {
  const { align } = node.properties;
  return element(
    node.tagName,
    align ? { className: [`align-${align}`] } : {},
    settleAll(node.children, context),
  );
}

/** Ids and references to them, with the caller's prefix; the label's own id is given by the library. */
function prefixed(node: Element, { idPrefix }: Context): Element['properties'] {
  const { id, ariaDescribedBy, ...rest } = node.properties;
  const name = id === 'footnote-label' ? 'footnotes' : id;
  return {
    ...rest,
    ...(name ? { id: `${idPrefix}${name}` } : {}),
    ...(ariaDescribedBy ? { ariaDescribedBy: [`${idPrefix}footnotes`] } : {}),
  };
}
