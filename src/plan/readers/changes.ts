import type { Item } from '../items.ts';
import { findLabel, type Label, itemLabels } from '../labels.ts';
import { pickNames, withLabelsOnLines } from '../labels-in-line.ts';
import type { PlanChange } from '../plan.ts';
import { isNo } from './answers.ts';
import { complain, readSectionItems, type SectionInput } from './input.ts';
import { readLinks } from './links.ts';

const labels = itemLabels({
  id: ['change id', 'anchor'],
  text: ['what it does', 'description', 'details'],
  purpose: ['why', 'reason', 'benefit', 'what it is for'],
  component: ['area', 'module', 'scope', 'part'],
  breaking: ['is breaking', 'breaking change'],
  action: ['action required', 'required action', 'what to do', 'what you must do', 'do this', 'migration'],
  removal: ['removed in', 'removal date', 'removed on', 'sunset', 'end of support', 'planned removal'],
  replacement: ['use instead', 'replaced by', 'alternative', 'instead'],
  links: ['link', 'more', 'read more', 'docs', 'documentation', 'guide', 'see'],
  epics: ['epic', 'initiative ticket'],
  stories: [
    'story',
    'user story',
    'user stories',
    'ticket',
    'tickets',
    'issue',
    'issues',
    'jira',
    'task',
    'tasks',
  ],
  impact: ['internal impact', 'severity'],
  urgency: ['priority'],
  points: ['story points', 'estimate', 'effort', 'size'],
});

/** What readers must do, and by when, is told to them wherever it stands: “Two weeks ahead. Action required: set your hours.” */
const inLine = {
  names: pickNames(labels, [
    ...['action required', 'required action', 'what you must do'],
    ...['removed in', 'removed on', 'removal date', 'planned removal', 'end of support'],
    ...['use instead', 'replaced by'],
  ]),
};

const titleColumns = [
  'feature',
  'change',
  'title',
  'name',
  'what',
  'item',
  'improvement',
  'fix',
  'bug',
  'deprecation',
  'removal',
];

/** A list, sub-headings or a table of changes; the section gives the kind. */
export function readChanges(input: SectionInput): PlanChange[] {
  const nodes = withLabelsOnLines(input.nodes, inLine);
  return readSectionItems({ ...input, nodes }, { labels, titleColumns }).flatMap(
    (item) => readChange(input, item) ?? [],
  );
}

function readChange(input: SectionInput, item: Item): PlanChange | undefined {
  const value = (key: string) => findLabel(item.labels, key)?.value || undefined;
  const links = readLinks(
    item.labels.filter((label) => label.key === 'links').flatMap((label) => label.nodes),
  );
  const { title, breaking, id } = readTitle(item);
  if (title === '') {
    complain(input, {
      code: 'RP126',
      text: `Unexpected item without a title in “${input.section.heading}”`,
      hint: 'Begin it with a few words that say what changed.',
      place: item.place,
    });
    return undefined;
  }
  const isBreaking =
    breaking || input.section.key === 'breaking' || isYes(findLabel(item.labels, 'breaking'));
  return {
    ...pick('id', (item.id ?? id ?? findLabel(item.labels, 'id')?.plain)?.toLowerCase()),
    kind: input.section.kind ?? 'changed',
    title,
    ...(item.text || value('text') ? { text: [item.text, value('text')].filter(Boolean).join('\n\n') } : {}),
    ...pick('purpose', value('purpose')),
    ...pick('component', findLabel(item.labels, 'component')?.plain),
    ...(isBreaking && { breaking: true as const }),
    ...pick('action', value('action')),
    ...pick('removal', findLabel(item.labels, 'removal')?.plain),
    ...pick('replacement', value('replacement')),
    links,
    epics: valuesOf(item, 'epics'),
    stories: valuesOf(item, 'stories'),
    ...pick('impact', value('impact')),
    ...pick('urgency', value('urgency')),
    ...pick('points', findLabel(item.labels, 'points')?.plain),
    ...(item.place && { place: item.place }),
  };
}

/** “Breaking: …”, “[breaking] …” and “… (breaking)” mark a change as well as the label does. */
function readTitle(item: Item): { title: string; breaking: boolean; id?: string | undefined } {
  const marker = /^\s*(?:⚠️?\s*)?(?:\\?\[breaking\\?\]|breaking(?: change)?:)\s*|\(breaking\)\s*$/i;
  const told = findLabel(item.labels, 'breaking');
  if (item.title === '' && told && !/^(?:yes|true)?$/i.test(told.plain) && !isNo(told.plain)) {
    const [, title = told.value, id] = /^(.*?)\s*\{#([^}\s]+)\}$/.exec(told.value) ?? [];
    return { title, breaking: true, id: id?.replaceAll('\\', '') };
  }
  return { title: item.title.replace(marker, '').trim(), breaking: marker.test(item.title) };
}

function isYes(label: Label | undefined): boolean {
  return label !== undefined && !isNo(label.plain);
}

function valuesOf(item: Item, key: string): string[] {
  return item.labels.filter((label) => label.key === key).flatMap((label) => label.values);
}

function pick<Key extends string>(key: Key, value: string | undefined): Partial<Record<Key, string>> {
  return value ? ({ [key]: value } as Record<Key, string>) : {};
}
