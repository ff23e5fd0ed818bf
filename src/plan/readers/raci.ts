import type { PhrasingContent, RootContent, Table, TableCell, TableRow } from 'mdast';
import { compact } from '../compact.ts';
import { normaliseName } from '../fields.ts';
import type { Item } from '../items.ts';
import { splitWords } from '../labels.ts';
import { startOf } from '../read-labels.ts';
import { plainText, renderInline } from '../markdown.ts';
import { type PlanRaci, type RaciActivity, type RaciLetter, raciLetters } from '../teamwork.ts';
import { isNothing } from './answers.ts';
import { complain, readTitled, type SectionInput, titledItems } from './input.ts';

const WORDS: Readonly<Record<string, RaciLetter>> = {
  r: 'R',
  responsible: 'R',
  a: 'A',
  accountable: 'A',
  c: 'C',
  consulted: 'C',
  i: 'I',
  informed: 'I',
};

const form = titledItems({
  title: ['activity', 'task', 'deliverable'],
  labels: {
    R: ['responsible'],
    A: ['accountable'],
    C: ['consulted'],
    I: ['informed'],
    AR: ['a/r', 'r/a', 'accountable and responsible', 'responsible and accountable'],
  },
});

/**
 * Who is responsible, accountable, consulted and informed for each activity: a table with roles across and letters in its cells, a table
 * with the four words across and roles in its cells, or a list (`R: …`) for each activity.
 */
export function readRaci(input: SectionInput): PlanRaci {
  const tables = input.nodes.filter((node) => node.type === 'table');
  const others = input.nodes.filter((node) => node.type !== 'table');
  const listed = readTitled({ ...input, nodes: others }, form);
  return {
    activities: [
      ...tables.flatMap((table) => readTable(input, table)),
      ...listed.map((item) => readListed(item)),
    ],
  };
}

function readTable(input: SectionInput, table: Table): RaciActivity[] {
  const [head, ...rows] = table.children;
  const names = head?.children.map((cell) => plainText(cell).trim()) ?? [];
  const letters = names.map((name) => parseLetters(name));
  const isAcross =
    letters.slice(1).some((each) => each) && letters.slice(1).every((each, at) => each || !names[at + 1]);
  const activities: RaciActivity[] = [];
  for (const row of rows) {
    const [first, ...cells] = row.children;
    const name = first ? renderInline(first.children as PhrasingContent[]) : '';
    // A merged cell comes as an empty one: its row goes on with the activity above.
    const last = activities.at(-1);
    const activity = name === '' && last ? last : newActivity(name, row);
    if (activity !== last) activities.push(activity);
    for (const [index, cell] of cells.entries()) {
      const place = startOf(cell);
      const text = plainText(cell).trim();
      if (isNothing(text)) continue;
      if (isAcross) assignRoles(activity, splitWords(text), letters[index + 1] ?? []);
      else assignCell(input, activity, names[index + 1] ?? '', cell, place);
    }
  }
  return activities;
}

function newActivity(activity: string, row: TableRow | RootContent): RaciActivity {
  const start = row.position?.start;
  return { activity, assignments: [], ...(start && { place: { line: start.line, column: start.column } }) };
}

function assignCell(
  input: SectionInput,
  activity: RaciActivity,
  role: string,
  cell: TableCell,
  place: { line: number; column: number } | undefined,
): void {
  const text = plainText(cell).trim();
  const letters = parseLetters(text);
  if (letters && role !== '') assignRoles(activity, [role], letters);
  else {
    complain(input, {
      code: 'RP120',
      text: letters
        ? `Unexpected \`${text}\` in a column without a role`
        : `Unknown letter \`${text}\` for ${role || 'a column without a role'}, expected R, A, C or I`,
      hint: 'Responsible, accountable, consulted, informed; two of them as A/R.',
      place,
    });
  }
}

function assignRoles(activity: RaciActivity, roles: string[], letters: RaciLetter[]): void {
  for (const role of roles) {
    const known = activity.assignments.find((each) => each.role.toLowerCase() === role.toLowerCase());
    if (known) known.letters = inOrder([...known.letters, ...letters]);
    else activity.assignments.push({ role, letters: inOrder(letters) });
  }
}

/** `A/R`, `A, R`, `AR` and `Accountable` as letters; `undefined` where there is anything else. */
function parseLetters(text: string): RaciLetter[] | undefined {
  const words = text.split(/[\s/,;+&·]+/).filter((word) => normaliseName(word) !== '');
  const letters = words.flatMap((word): (RaciLetter | undefined)[] => {
    const known = WORDS[normaliseName(word)];
    return known || !/^[RACI]{2,4}$/.test(word)
      ? [known]
      : [...word].map((each) => WORDS[each.toLowerCase()]);
  });
  if (letters.length === 0 || letters.includes(undefined)) return undefined;
  return inOrder(letters.filter((letter) => letter !== undefined));
}

function inOrder(letters: readonly RaciLetter[]): RaciLetter[] {
  return raciLetters.filter((letter) => letters.includes(letter));
}

/** An activity with `R: …` under it, or behind it: “Build — R: engineering lead; A: product manager”. */
function readListed(item: Item): RaciActivity {
  const activity: RaciActivity = { activity: item.title, assignments: [] };
  const told: string[] = item.text.split('\n');
  for (const { key, plain, values } of item.labels) {
    if (plain.includes(';')) told.push(`${key}: ${plain}`);
    else assignRoles(activity, values.map(withoutStop), parseLetters(key) ?? []);
  }
  for (const part of told.flatMap((line) => line.split(/\s*;\s*/))) {
    const match = /^([^:]+):\s*(.+)$/.exec(part);
    const letters = match?.[1] === undefined ? undefined : parseLetters(match[1]);
    if (letters) assignRoles(activity, splitWords(withoutStop(match?.[2] ?? '')), letters);
  }
  return compact({ ...activity, place: item.place });
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}
