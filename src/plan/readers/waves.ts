import { precisionOf } from '../../release/date.ts';
import { waveStates } from '../../release/vocabulary.ts';
import { normaliseName } from '../fields.ts';
import type { Item } from '../items.ts';
import { findLabel, type Label, labelNames, readLabels } from '../labels.ts';
import { nearest } from '../nearest.ts';
import type { PlanRollout, PlanWave } from '../plan.ts';
import { readDays, readNumber, readPercent } from '../quantities.ts';
import { isNo } from './answers.ts';
import { complain, readSectionItems, type SectionInput } from './input.ts';

const labels = labelNames({
  cohort: ['who', 'customers', 'audience', 'segment', 'to whom', 'users'],
  share: ['percent', 'percentage', '%', 'traffic', 'share of customers'],
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

const STATE_NAMES: Record<string, (typeof waveStates)[number]> = {
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
};

/** The steps of a roll-out as a table, as bullets, as sub-headings, or as one sentence each. */
export function readWaves(input: SectionInput): PlanWave[] {
  const titleColumns = ['wave', 'step', 'phase', 'name', 'stage', 'ring'];
  return readSectionItems(input, { labels, titleColumns }).flatMap((item) => readWave(input, item));
}

/** A roll-out section: strategy, flags and way back as labels; what else is listed are waves. */
export function readRollout(input: SectionInput): PlanRollout {
  const names = labelNames({
    strategy: ['deployment strategy', 'approach', 'deployment'],
    flags: ['flag', 'feature flag', 'feature flags'],
    rollback: ['roll-back', 'roll back', 'rollback plan', 'way back', 'backout'],
    waves: ['wave', 'phases'],
  });
  const { labels: found, rest } = readLabels(input.nodes, names);
  const waves = found.filter((label) => label.key === 'waves').flatMap((label) => parseWaves(label.plain));
  const lists = rest.filter((node) => node.type === 'list' || node.type === 'table');
  return {
    ...(findLabel(found, 'strategy') && { strategy: findLabel(found, 'strategy')?.plain }),
    waves: [...waves, ...readWaves({ ...input, nodes: lists.length > 0 ? lists : rest })],
    flags: found.filter((label) => label.key === 'flags').flatMap((label) => label.values),
    ...(findLabel(found, 'rollback') && { rollback: findLabel(found, 'rollback')?.value }),
  };
}

/** “2-week beta to 200 opt-in merchants, then phased to the rest” → its waves. */
export function parseWaves(sentence: string): PlanWave[] {
  return sentence
    .replace(/\.$/, '')
    .split(/[,;]?\s*\bthen\b\s+|\s*;\s*|\s*(?:→|->)\s*/i)
    .filter((part) => part.trim() !== '')
    .map((part) => parseWave(part.trim()));
}

function readWave(input: SectionInput, item: Item): PlanWave[] {
  const text = [item.title, item.text.replace(/\n[\s\S]*$/, '')].filter(Boolean).join(' ');
  if (item.labels.length === 0) return parseWaves(text).map((wave) => ({ ...wave, place: item.place }));
  const plain = (key: string) => {
    const value = findLabel(item.labels, key)?.plain;
    return value && !isNo(value) ? value : undefined;
  };
  const told = parseWave(item.title);
  const cohort = plain('cohort') ?? told.cohort;
  const share = readPercent(plain('share') ?? '') ?? readNumber(plain('share') ?? '') ?? told.share;
  const size = cohort && readPercent(cohort) === undefined ? readNumber(cohort) : undefined;
  const duration = readDays(plain('duration') ?? '') ?? told.duration;
  return [
    {
      name: item.title,
      ...(cohort && { cohort }),
      ...(size !== undefined && { size }),
      ...(share !== undefined && { share }),
      regions: findLabel(item.labels, 'regions')?.values.filter((value) => !isNo(value)) ?? [],
      ...readState(input, findLabel(item.labels, 'state')),
      ...readDate(input, 'start', findLabel(item.labels, 'start')),
      ...readDate(input, 'end', findLabel(item.labels, 'end')),
      ...(duration !== undefined && { duration }),
      ...(plain('exit') && { exit: findLabel(item.labels, 'exit')?.value }),
      ...(item.place && { place: item.place }),
    },
  ];
}

function parseWave(text: string): PlanWave {
  const cohort = /\bto\s+(?:the\s+)?(.+)$/i.exec(text)?.[1];
  const size = cohort && readPercent(cohort) === undefined ? readNumber(cohort) : undefined;
  const duration = readDays(text);
  const share = readPercent(text);
  return {
    name: text,
    ...(cohort && { cohort }),
    ...(size !== undefined && { size }),
    ...(share !== undefined && { share }),
    regions: [],
    ...(duration !== undefined && { duration }),
  };
}

function readState(input: SectionInput, label: Label | undefined): Pick<PlanWave, 'state'> {
  if (!label || isNo(label.plain)) return {};
  const name = normaliseName(label.plain);
  const state = waveStates.find((each) => each === name) ?? STATE_NAMES[name];
  if (state) return { state };
  const guess = nearest(label.plain, waveStates);
  complain(input, {
    code: 'RP120',
    text: `Unknown state of a wave \`${label.plain}\`${guess ? `; did you mean \`${guess}\`?` : ''}`,
    hint: `Possible are ${waveStates.join(', ')}.`,
    place: label.place,
  });
  return {};
}

function readDate(
  input: SectionInput,
  key: 'start' | 'end',
  label: Label | undefined,
): Partial<Pick<PlanWave, 'start' | 'end'>> {
  if (!label || isNo(label.plain) || /^tb[acd]$/i.test(label.plain)) return {};
  if (precisionOf(label.plain)) return { [key]: label.plain };
  complain(input, {
    code: 'RP121',
    text: `Unexpected \`${label.plain}\` as the ${key} of a wave, expected a day such as 2026-11-18`,
    place: label.place,
  });
  return {};
}
