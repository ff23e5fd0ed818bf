import { compact } from '../compact.ts';
import type { Item } from '../items.ts';
import { labelNames } from '../labels.ts';
import type { PlanPerson } from '../teamwork.ts';
import { isNo } from './answers.ts';
import { complain, readSectionItems, type SectionInput } from './input.ts';
import { plainOf } from './told.ts';

const labels = labelNames({
  title: [],
  role: ['function', 'position', 'title'],
  name: ['person', 'who'],
  team: ['department', 'organisation', 'organization', 'company', 'unit', 'group'],
  responsibility: ['responsibilities', 'responsible for', 'answers for', 'duty', 'duties', 'task', 'tasks'],
  communication: [
    'kept informed by',
    'communication plan',
    'informed by',
    'how informed',
    'communication channel',
    'updates',
  ],
  side: ['internal or external', 'internal/external', 'type', 'kind'],
  segment: ['stands for', 'cohort', 'represents', 'customer segment'],
});

const titleColumns = ['stakeholder', 'contact', 'participant', 'member', 'partner', 'vendor'];

/** People and teams with their parts. Sub-headings with lists below are teams. */
export function readPeople(input: SectionInput): PlanPerson[] {
  return readSectionItems(input, { labels, titleColumns, group: 'team' }).flatMap(
    (item) => readPerson(input, item) ?? [],
  );
}

function readPerson(input: SectionInput, item: Item): PlanPerson | undefined {
  const title = titleOf(item);
  if (isNo(title.name) && title.name !== '') return undefined;
  const [role, name, team] = [plainOf(item, 'role'), plainOf(item, 'name'), plainOf(item, 'team')];
  const known = [role, title.name, name, team].find(Boolean);
  if (!known) {
    if (item.labels.length === 0 && item.text === '') return undefined;
    complain(input, {
      code: 'RP126',
      severity: 'info',
      text: `Unexpected entry without a role or a name in “${input.section.heading}”`,
      place: item.place,
    });
    return undefined;
  }
  const otherName = role ? (name ?? title.name) : title.name ? name : undefined;
  return compact({
    role: known,
    name: otherName || undefined,
    team: known === team ? undefined : team,
    responsibility: plainOf(item, 'responsibility') ?? (title.text || undefined),
    communication: plainOf(item, 'communication'),
    side: sideOf(input, item),
    segment: plainOf(item, 'segment'),
    place: item.place,
  });
}

/** “Release manager: runs the waves” is a role and what it answers for. */
function titleOf(item: Item): { name: string; text: string } {
  const match = item.text === '' ? /^([^:]{1,60}):\s+(\S.*)$/.exec(item.title) : undefined;
  if (match) return { name: match[1] ?? '', text: match[2] ?? '' };
  return { name: item.title, text: item.text.replace(/\s*\n\s*/g, ' ') };
}

function sideOf(input: SectionInput, item: Item): PlanPerson['side'] {
  const told = plainOf(item, 'side')?.toLowerCase();
  if (told?.startsWith('int')) return 'internal';
  if (told?.startsWith('ext')) return 'external';
  if (input.section.key === 'internalStakeholders') return 'internal';
  return input.section.key === 'externalStakeholders' ? 'external' : undefined;
}
