import type { Item } from '../items.ts';
import { findLabel, itemLabels } from '../labels.ts';
import { pickNames, withLabelsOnLines } from '../labels-in-line.ts';
import type { PlanKnownIssue } from '../plan.ts';
import { isNo } from './answers.ts';
import { leaveUntitled, readSectionItems, type SectionInput } from './input.ts';

const labels = itemLabels({
  id: ['issue id', 'anchor'],
  affects: ['affected', 'who is affected', 'platform', 'platforms'],
  workaround: ['work-around', 'until then', 'how to avoid'],
  discoveredIn: ['discovered in', 'first seen in', 'since', 'introduced in', 'found in'],
  fixedIn: ['fixed in', 'fix version', 'resolved in', 'fix planned in'],
  issue: ['known issue', 'problem', 'limitation'],
  internal: ['severity', 'priority', 'root cause'],
});

/** “Prints twice. Workaround: turn it off. Fixed in 1.3.0.” is how issues are written in a hurry. */
const inLine = {
  names: pickNames(labels, [
    ...['affects', 'affected', 'who is affected', 'workaround', 'work-around', 'until then'],
    ...['discovered in', 'first seen in', 'introduced in', 'found in'],
    ...['fixed in', 'fix version', 'resolved in', 'fix planned in'],
    ...['severity', 'priority', 'root cause'],
  ]),
  withVersion: new Set(['discoveredIn', 'fixedIn']),
};

/** What is still wrong: title, whom it touches, the way around it, where it came in and where it is fixed. “None” is none. */
export function readKnownIssues(input: SectionInput): PlanKnownIssue[] {
  const titleColumns = ['issue', 'known issue', 'limitation', 'title', 'problem', 'what'];
  const items = readSectionItems(
    { ...input, nodes: withLabelsOnLines(input.nodes, inLine) },
    { labels, titleColumns },
  ).map(namedByIssue);
  return leaveUntitled(input, items, 'title').map((item) => {
    const id = (item.id ?? findLabel(item.labels, 'id')?.plain)?.toLowerCase();
    const plain = (key: string) => findLabel(item.labels, key)?.plain.replace(/^v(?=\d)/, '');
    const version = (key: string) => plain(key)?.replace(/(?<=\d)\.$/, '');
    return {
      ...(id && { id }),
      title: item.title,
      ...(item.text && { text: item.text }),
      ...(plain('affects') && { affects: plain('affects') }),
      ...(findLabel(item.labels, 'workaround')?.value && {
        workaround: findLabel(item.labels, 'workaround')?.value,
      }),
      ...(version('discoveredIn') && { discoveredIn: version('discoveredIn') }),
      ...(version('fixedIn') && !isNo(version('fixedIn') ?? '') && { fixedIn: version('fixedIn') }),
      ...(item.place && { place: item.place }),
    };
  });
}

/** “Issue: printing fails” is what an issue is called where nothing else is; “Issue: TILL-12” is a ticket. */
function namedByIssue(item: Item): Item {
  const named = findLabel(item.labels, 'issue');
  return item.title === '' && named && /\S\s+\S/.test(named.plain) ? { ...item, title: named.value } : item;
}
