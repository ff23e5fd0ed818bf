import type { PhrasingContent, RootContent, TableCell, TableRow } from 'mdast';
import { parseMarkdown } from '../../../plan/markdown.ts';
import type {
  PlanDependency,
  PlanPerson,
  PlanRaci,
  PlanReadiness,
  PlanRisk,
} from '../../../plan/teamwork.ts';
import { labelList, listOf, markdown, plain, type WrittenItem } from '../plan-items.ts';

export function dependencyItem({ name, owner, status, neededBy, notes }: PlanDependency): WrittenItem {
  return {
    title: name,
    labels: [
      plain('Owner', owner),
      plain('Status', status),
      plain('Needed by', neededBy),
      markdown('Notes', notes),
    ],
  };
}

export function riskItem({ risk, probability, impact, mitigation, owner }: PlanRisk): WrittenItem {
  return {
    title: risk,
    labels: [
      plain('Probability', probability),
      plain('Impact', impact),
      markdown('Mitigation', mitigation),
      plain('Owner', owner),
    ],
  };
}

export function readinessItem({ team, ready, missing }: PlanReadiness): WrittenItem {
  const answer = ready === undefined ? undefined : ready ? 'yes' : 'no';
  return { title: team, labels: [plain('Ready', answer), markdown('What is missing', missing)] };
}

/** A role is a label too: “Sales: Europe” as a title would be read as a role and what it answers for. */
export function personItems(people: readonly PlanPerson[]): RootContent[] {
  return people
    .flatMap(({ role, name, team, responsibility, communication, side, segment }) => {
      const [first] = labelList([plain('Role', role)]);
      const more = labelList([
        plain('Name', name),
        plain('Team', team),
        plain('Responsibility', responsibility),
        plain('Kept informed by', communication),
        plain('Side', side),
        plain('Segment', segment),
      ]);
      const item = first?.type === 'list' ? first.children[0] : undefined;
      return item ? [{ ...item, children: [...item.children, ...more] as typeof item.children }] : [];
    })
    .reduce<RootContent[]>(
      ([list], item) => [
        list?.type === 'list'
          ? { ...list, children: [...list.children, item] }
          : { ...listOf([]), children: [item] },
      ],
      [],
    );
}

/** Activities down, roles across. */
export function raciTable({ activities }: PlanRaci): RootContent[] {
  const roles = [...new Set(activities.flatMap(({ assignments }) => assignments.map(({ role }) => role)))];
  const head = row(['Activity', ...roles].map((value) => [{ type: 'text', value }]));
  const rows = activities.map(({ activity, assignments }) => {
    const letters = roles.map(
      (role) => assignments.find((each) => each.role === role)?.letters.join('/') ?? '',
    );
    return row([inlineOf(activity), ...letters.map((value): PhrasingContent[] => [{ type: 'text', value }])]);
  });
  return [{ type: 'table', children: [head, ...rows] }];
}

function row(cells: PhrasingContent[][]): TableRow {
  return {
    type: 'tableRow',
    children: cells.map((children): TableCell => ({ type: 'tableCell', children })),
  };
}

function inlineOf(text: string): PhrasingContent[] {
  const [first] = parseMarkdown(text).children;
  return first?.type === 'paragraph' ? first.children : [{ type: 'text', value: text }];
}
