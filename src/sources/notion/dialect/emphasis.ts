import type { PhrasingContent } from 'mdast';
import type { Token } from './inline-tokens.ts';

type Style = 'strong' | 'emphasis' | 'delete';

interface Open {
  style: Style;
  written: string;
  content: PhrasingContent[];
  /** Which run of marks opened it: the two styles of one `***` may close in either order. */
  run: number;
}

const LENGTH: Record<Style, number> = { strong: 2, emphasis: 1, delete: 2 };

/**
 * Pairs the marks of a line. Notion escapes each mark that is text, so a mark that is not escaped begins or ends a style, whatever
 * stands beside it (`**Note:**text` is bold in Notion, though not in CommonMark). Marks without a partner stay as text.
 */
export function pairMarks(tokens: readonly Token[]): PhrasingContent[] {
  const root: PhrasingContent[] = [];
  const stack: Open[] = [];
  const into = () => stack.at(-1)?.content ?? root;
  tokens.forEach((token, run) => {
    if (token.type === 'node') into().push(token.node);
    else if (token.type === 'text') into().push({ type: 'text', value: token.value });
    else readMarks(token, run, stack, into);
  });
  while (stack.length > 0) giveUp(stack, into);
  return root;
}

function readMarks(
  token: Extract<Token, { type: 'mark' }>,
  run: number,
  stack: Open[],
  into: () => PhrasingContent[],
): void {
  const [before, after] = [/\s/.test(token.before), /\s/.test(token.after)];
  let left = token.length;
  while (left > 0) {
    const style = before && after ? undefined : nextToClose(token.mark, left, run, stack);
    if (style) {
      close(style, stack, into);
      left -= LENGTH[style];
      continue;
    }
    const opening = openable(token.mark, left, stack);
    if (!opening || after) {
      into().push({ type: 'text', value: token.mark.repeat(left) });
      return;
    }
    stack.push({ style: opening, written: token.mark.repeat(LENGTH[opening]), content: [], run });
    left -= LENGTH[opening];
  }
}

/** The innermost open style that these marks can close. */
function nextToClose(mark: '*' | '~', left: number, run: number, stack: Open[]): Style | undefined {
  const fits = stack.filter(
    (open) => open.run !== run && (mark === '~') === (open.style === 'delete') && LENGTH[open.style] <= left,
  );
  // Two marks begin or end bold and nothing else, even where italics stand further in.
  return left === 2 && mark === '*'
    ? fits.findLast((open) => open.style === 'strong')?.style
    : fits.at(-1)?.style;
}

function openable(mark: '*' | '~', left: number, stack: Open[]): Style | undefined {
  const isOpen = (style: Style) => stack.some((open) => open.style === style);
  if (mark === '~') return left >= 2 && !isOpen('delete') ? 'delete' : undefined;
  if (left % 2 === 1 && !isOpen('emphasis')) return 'emphasis';
  if (left >= 2 && !isOpen('strong')) return 'strong';
  return undefined;
}

function close(style: Style, stack: Open[], into: () => PhrasingContent[]): void {
  const wanted = stack.findLastIndex((open) => open.style === style);
  const last = stack.at(-1);
  const target = stack[wanted];
  if (last && target && last !== target && last.run === target.run && target.content.length === 0) {
    // `***a* b**`: the style that was taken for the outer one ends first.
    [last.style, target.style] = [target.style, last.style];
    [last.written, target.written] = [target.written, last.written];
  }
  while (stack.at(-1)?.style !== style) giveUp(stack, into);
  const open = stack.pop();
  if (open) into().push({ type: style, children: open.content });
}

function giveUp(stack: Open[], into: () => PhrasingContent[]): void {
  const open = stack.pop();
  if (open) into().push({ type: 'text', value: open.written }, ...open.content);
}
