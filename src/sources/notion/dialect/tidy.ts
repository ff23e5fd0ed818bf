import type { PhrasingContent } from 'mdast';

/**
 * Inline nodes as a Markdown parser would have left them: neighbouring texts are one, spaces stand outside of styles and not
 * beside line breaks, nothing is empty, and bare addresses are links.
 */
export function tidyInline(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return trimLines(merge(linkAddresses(merge(tidyStyles(nodes)))));
}

function tidyStyles(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type !== 'strong' && node.type !== 'emphasis' && node.type !== 'delete' && node.type !== 'link')
      return [node];
    const children = merge(tidyStyles(node.children));
    const before = cutEdge(children, 'start');
    const after = cutEdge(children, 'end');
    const inner =
      children.length > 0 || node.type === 'link' ? [{ ...node, children } as PhrasingContent] : [];
    return [...before, ...inner, ...after];
  });
}

/** Takes spaces and line breaks off one edge of a style. */
function cutEdge(children: PhrasingContent[], edge: 'start' | 'end'): PhrasingContent[] {
  const cut: PhrasingContent[] = [];
  for (;;) {
    const node = edge === 'start' ? children[0] : children.at(-1);
    if (node?.type === 'break') {
      cut.push(node);
    } else if (node?.type === 'text') {
      const value = edge === 'start' ? node.value.trimStart() : node.value.trimEnd();
      if (value === node.value) break;
      const space =
        edge === 'start'
          ? node.value.slice(0, node.value.length - value.length)
          : node.value.slice(value.length);
      cut.push({ type: 'text', value: space });
      if (value !== '') {
        children[edge === 'start' ? 0 : children.length - 1] = { type: 'text', value };
        break;
      }
    } else break;
    if (edge === 'start') children.shift();
    else children.pop();
  }
  return edge === 'start' ? cut : cut.toReversed();
}

function merge(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      merged[merged.length - 1] = { type: 'text', value: last.value + node.value };
    else if (node.type !== 'text' || node.value !== '') merged.push(node);
  }
  return merged;
}

function trimLines(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const trimmed = nodes
    .map((node, index): PhrasingContent => {
      if (node.type !== 'text') return node;
      const [before, after] = [nodes[index - 1], nodes[index + 1]];
      let value = node.value;
      if (!before || before.type === 'break') value = value.trimStart();
      if (!after || after.type === 'break') value = value.trimEnd();
      return { type: 'text', value };
    })
    .filter((node) => node.type !== 'text' || node.value !== '');
  while (trimmed[0]?.type === 'break') trimmed.shift();
  while (trimmed.at(-1)?.type === 'break') trimmed.pop();
  return trimmed;
}

/** GFM's literal addresses: https://…, www.… and mail addresses, without the punctuation that ends a sentence. */
const ADDRESS =
  /(?<![\p{L}\p{N}])(?:https?:\/\/[\w-]+(?:\.[\w-]+)*[^\s<]*|www\.[\w-]+\.[^\s<]*)|(?<![\p{L}\p{N}._+-])[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]+(?![\w-])/giu;

function linkAddresses(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'text') return linkText(node.value);
    if (node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete') {
      return [{ ...node, children: linkAddresses(node.children) } as PhrasingContent];
    }
    return [node];
  });
}

function linkText(text: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutTail(match[0]);
    const scheme = /^https?:/i.test(address)
      ? ''
      : address.includes('@') && !/^www\./i.test(address)
        ? 'mailto:'
        : 'http://';
    nodes.push({ type: 'text', value: text.slice(from, match.index) });
    nodes.push({
      type: 'link',
      url: scheme + address,
      title: null,
      children: [{ type: 'text', value: address }],
    });
    from = match.index + address.length;
  }
  return [...nodes, { type: 'text', value: text.slice(from) }];
}

function withoutTail(address: string): string {
  let spare = count(address, ')') - count(address, '(');
  let end = address.length;
  for (; end > 0; end--) {
    const char = address[end - 1] ?? '';
    if (char === ')' && spare > 0) spare--;
    else if (!'?!.,:*_~\'"'.includes(char)) break;
  }
  return address.slice(0, end);
}

function count(text: string, char: string): number {
  return text.split(char).length - 1;
}
