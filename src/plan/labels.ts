import type { PhrasingContent, RootContent } from 'mdast';
import type { Place } from './document.ts';
import { normaliseName } from './fields.ts';
import { plainText, renderInline, renderMarkdown } from './markdown.ts';

/** `Workaround: restart the app`, as a bullet, as a line of a paragraph, or as a cell of a table. */
export interface Label {
  key: string;
  /** Markdown. */
  value: string;
  /** The same without markup, for values that are compared. */
  plain: string;
  /** The parts of a list: bullets under the label, or what stands between commas. */
  values: string[];
  nodes: RootContent[];
  place?: Place;
  /** True for a bullet or a line that may be no label: it stands beside what it is read as one of, behind other lines, or deeper. */
  isBeside?: true;
}

/** Spellings of labels, normalised, and the key that each means. */
export type LabelNames = ReadonlyMap<string, string>;

/**
 * `{ fixedIn: ['fixed in', 'fix version'] }` → the names in every spelling; a key is a name of itself. Labels that are for those inside are labels
 * everywhere, so that “Owner: …” is no text for readers.
 */
export function labelNames(keys: Record<string, readonly string[]>): LabelNames {
  const own = Object.entries(keys).flatMap(([key, names]) => spell(key, [key, ...names]));
  return new Map([...spell('internal', INTERNAL), ...own]);
}

/** The same of items that are no people, each of which may say which of its words are the title. */
export function itemLabels(keys: Record<string, readonly string[]>): LabelNames {
  return new Map([...spell('internal', PEOPLE), ...labelNames({ title: [], ...keys })]);
}

function spell(key: string, names: readonly string[]): [name: string, key: string][] {
  return names.map((name) => [normaliseName(name), key]);
}

const INTERNAL = [
  ...['internal note', 'internal notes', 'note to self', 'owner', 'owners', 'assignee', 'responsible', 'dri'],
  ...['assignees', 'assigned to', 'owned by', 'feature owner', 'account manager', 'asked for by'],
  ...['jira ticket', 'jira tickets', 'jira issue', 'jira issues', 'jira link'],
  ...['ticket', 'tickets', 'jira', 'story', 'stories', 'user story', 'user stories', 'story points', 'epic'],
  ...['codename', 'code name', 'slack channel', 'slack thread', 'contract value', 'cost centre'],
  ...['design doc', 'design file', 'figma link', 'figma file', 'confluence page', 'churn risk'],
  ...['epics', 'requested by', 'customer', 'cost', 'revenue', 'arr', 'deal', 'deal size', 'prd'],
  ...[
    'feature flag',
    'feature flags',
    'zuständig',
    'verantwortlich',
    'responsable',
    '担当',
    '担当者',
    'المسؤول',
  ],
];

/** True for what readers never see, whatever it is a label of. */
export function staysInside({ key, value }: Label): boolean {
  return isNeverPublic(key) || (key === 'links' && !value.includes('://'));
}

/** True for the key of a label that no reader ever sees. */
export function isNeverPublic(key: string): boolean {
  return NEVER_PUBLIC.has(key);
}

const NEVER_PUBLIC = new Set(['internal', 'epics', 'stories', 'impact', 'urgency', 'points']);

const PEOPLE = [
  ...['pm', 'product manager', 'product owner', 'release manager', 'tech lead', 'engineering lead'],
  ...['approver', 'approvers', 'approved by', 'reviewer', 'reviewers', 'stakeholder', 'stakeholders'],
];

/** The labels that are for those inside wherever they stand. */
export const insideLabels: LabelNames = new Map(spell('internal', [...INTERNAL, ...PEOPLE]));

/** True for the name of a label or a column that is for those inside. */
export function isInsideName(name: string): boolean {
  return insideLabels.has(normaliseName(name));
}

export function findLabel(labels: readonly Label[], key: string): Label | undefined {
  return labels.find((label) => label.key === key);
}

/** A labelled value from its parts: what stands behind the colon, and the blocks below. */
export function makeLabel(
  key: string,
  value: PhrasingContent[],
  blocks: RootContent[],
  start: { line: number; column: number } | undefined,
): Label {
  const inline: RootContent[] = value.length > 0 ? [{ type: 'paragraph', children: value }] : [];
  const nodes = [...inline, ...blocks];
  const plain = plainText(value).replace(/\s+/g, ' ').trim();
  const bullets = blocks.flatMap((block) =>
    block.type === 'list' ? block.children.map((child) => plainText(child).trim()) : [],
  );
  return {
    key,
    value: blocks.length > 0 ? renderMarkdown(nodes) : renderInline(value),
    plain,
    values: bullets.length > 0 ? bullets : splitWords(plain),
    nodes,
    ...(start && { place: { line: start.line, column: start.column } }),
  };
}

/** “EU, US and Japan” → its parts. */
export function splitWords(text: string): string[] {
  return text
    .split(/[,;·]|\s(?:and|&)\s/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
