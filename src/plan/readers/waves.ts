import { type WaveState, waveStates } from '../../release/vocabulary.ts';
import type { Item } from '../items.ts';
import { type Label, itemLabels } from '../labels.ts';
import { compact } from '../compact.ts';
import type { PlanWave } from '../plan.ts';
import { readDays, readNumber, readPercent } from '../quantities.ts';
import { leaveUntitled, readSectionItems, type SectionInput } from './input.ts';
import { type Choice, choiceOf, dateOf, listOf, plainOf, textOf } from './told.ts';

const labels = itemLabels({
  cohort: ['who', 'customers', 'audience', 'segment', 'to whom', 'users'],
  share: ['percent', 'percentage', 'traffic', 'share of customers'],
  regions: ['region', 'where', 'market', 'markets', 'country', 'countries', 'city'],
  state: ['status'],
  start: ['from', 'starts', 'start date', 'begin', 'begins'],
  end: ['to', 'until', 'ends', 'end date'],
  duration: ['length', 'for', 'how long'],
  exit: [
    'go on when',
    'exit criteria',
    'exit criterion',
    'go on if',
    'criteria',
    'proceed when',
    'guardrail',
    'guardrails',
  ],
});

const state: Choice<WaveState> = {
  what: 'state of a wave',
  options: waveStates,
  synonyms: {
    notstarted: 'planned',
    pending: 'planned',
    upcoming: 'planned',
    inprogress: 'running',
    active: 'running',
    live: 'running',
    current: 'running',
    complete: 'done',
    completed: 'done',
    finished: 'done',
    onhold: 'paused',
    cancelled: 'stopped',
    halted: 'stopped',
  },
};

/** The steps of a roll-out as a table, as bullets, as sub-headings, or as one sentence each. */
export function readWaves(input: SectionInput): PlanWave[] {
  const titleColumns = ['wave', 'step', 'phase', 'name', 'stage', 'ring'];
  const items = leaveUntitled(input, readSectionItems(input, { labels, titleColumns }), 'name');
  return items.flatMap((item) => readWave(input, item));
}

/** Waves under a label: a list or a table of them, or a sentence. */
export function readLabelledWaves(input: SectionInput, label: Label): PlanWave[] {
  const lists = label.nodes.filter((node) => node.type === 'list' || node.type === 'table');
  return lists.length > 0 ? readWaves({ ...input, nodes: lists }) : parseWaves(label.plain);
}

/** “2-week beta to 200 opt-in merchants, then phased to the rest” → its waves. */
function parseWaves(sentence: string): PlanWave[] {
  return sentence
    .replace(/\.$/, '')
    .split(/[,;]?\s*\bthen\b\s+|\s*;\s*|\s*(?:→|->)\s*/i)
    .filter((part) => part.trim() !== '')
    .map((part) => parseWave(part.trim()));
}

function readWave(input: SectionInput, item: Item): PlanWave[] {
  const [lead = ''] = item.text.split('\n', 1);
  // What stands in a list below it is said of the wave, and is not its name.
  const text = [item.title, BLOCK.test(lead) ? '' : lead].filter(Boolean).join(' ');
  if (item.labels.length === 0) return parseWaves(text).map((wave) => ({ ...wave, place: item.place }));
  const told = parseWave(item.title);
  const cohort = plainOf(item, 'cohort') ?? told.cohort;
  const share = plainOf(item, 'share');
  return [
    compact({
      name: nameOf(item),
      cohort,
      size: sizeOf(cohort),
      share: readPercent(share ?? '') ?? readNumber(share ?? '') ?? told.share,
      regions: listOf(item, 'regions'),
      state: choiceOf(input, item, 'state', state),
      start: dateOf(input, item, 'start', 'the start of a wave'),
      end: dateOf(input, item, 'end', 'the end of a wave'),
      duration: readDays(plainOf(item, 'duration') ?? '') ?? told.duration,
      exit: textOf(item, 'exit'),
      place: item.place,
    }),
  ];
}

/** A number alone says nothing where the name stands without its column: “Ring 1”. */
function nameOf({ title, titleColumn = '' }: Item): string {
  const [, number] = /^(?:\\?#)?(\d{1,2})\\?[.)]?$/.exec(title) ?? [];
  return number && /\p{L}/u.test(titleColumn) ? `${titleColumn} ${number}` : title;
}

/** The mark of a list, a quote, a heading, a table or code. */
const BLOCK = /^(?:[-*+>|`]|#+ |\d+[.)] )/;

function parseWave(text: string): PlanWave {
  const cohort = /\bto\s+(?:the\s+)?(.+)$/i.exec(text)?.[1];
  return compact({
    name: text,
    cohort,
    size: sizeOf(cohort),
    share: readPercent(text),
    regions: [],
    duration: readDays(text),
  });
}

/** “200 opt-in merchants” are 200; “25 % of riders” is no number of customers. */
function sizeOf(cohort: string | undefined): number | undefined {
  return cohort && readPercent(cohort) === undefined ? readNumber(cohort) : undefined;
}
