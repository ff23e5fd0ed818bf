import type { ListItem, RootContent } from 'mdast';
import { parseMarkdown } from '../../../plan/markdown.ts';
import type { PlanChange, PlanKnownIssue, PlanStep } from '../../../plan/plan.ts';
import type { Link } from '../../../release/release.ts';
import { labelList, markdown, plain, type WrittenItem, type WrittenLabel, words } from '../plan-items.ts';

export function changeItem(change: PlanChange): WrittenItem {
  const { title, id, text, purpose, component, breaking, action, removal, replacement } = change;
  const { links, epics, stories, impact, urgency, points } = change;
  return {
    title,
    id,
    text,
    labels: [
      markdown('Purpose', purpose),
      plain('Component', component),
      plain('Breaking', breaking && 'yes'),
      markdown('Action required', action),
      plain('Removal', removal),
      markdown('Replacement', replacement),
      ...links.map(linkLabel),
      words('Epic', epics),
      words('Story', stories),
      markdown('Impact', impact),
      markdown('Urgency', urgency),
      plain('Points', points),
    ],
  };
}

export function issueItem(issue: PlanKnownIssue): WrittenItem {
  const { title, id, text, affects, workaround, discoveredIn, fixedIn } = issue;
  return {
    title,
    id,
    text,
    labels: [
      plain('Affects', affects),
      markdown('Workaround', workaround),
      plain('Discovered in', discoveredIn),
      plain('Fixed in', fixedIn),
    ],
  };
}

/** A step is one text, which stands as it is. */
export function stepItems(steps: readonly PlanStep[]): RootContent[] {
  const children = steps.map(({ text, who, link }): ListItem => {
    const blocks = parseMarkdown(text).children;
    const labels = labelList([plain('Who', who), link && linkLabel(link)]);
    return {
      type: 'listItem',
      spread: blocks.length > 1,
      children: [...blocks, ...labels] as ListItem['children'],
    };
  });
  return [{ type: 'list', ordered: true, start: 1, spread: false, children }];
}

function linkLabel({ title, url }: Link): WrittenLabel {
  const [first] = parseMarkdown(title).children;
  const children = first?.type === 'paragraph' ? first.children : [{ type: 'text' as const, value: title }];
  return { name: 'Link', blocks: [{ type: 'paragraph', children: [{ type: 'link', url, children }] }] };
}
