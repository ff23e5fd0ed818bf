import { lastDayOf, precisionOf } from '../../release/date.ts';
import { normaliseName } from '../fields.ts';
import type { PlanWave } from '../plan.ts';
import type { Finding, Rule } from './rule.ts';
import { wavesOf } from '../facts.ts';

export const waveOrder: Rule = {
  code: 'RP040',
  name: 'Waves in order',
  severity: 'error',
  what: 'Waves follow each other: no share falls, no wave begins before the one above has ended, each ends after it began.',
  why: 'The site shows customers when their turn comes, and a wave that goes back takes away what people have.',
  source: '002',
  fix: 'Put the waves in the order in which they begin, with shares that grow: 5 %, 25 %, 100 %.',
  check: (plan) => {
    const waves = wavesOf(plan);
    return waves.flatMap((wave, index) => {
      const before = waves[index - 1];
      return [...checkAlone(wave, index === waves.length - 1), ...(before ? checkPair(before, wave) : [])];
    });
  },
  examples: {
    ok: [
      '## Waves\n\n| Wave | Share | Start | End |\n| --- | --- | --- | --- |\n| One | 5 % | 2026-12-01 | 2026-12-07 |\n| All | 100 % | 2026-12-08 | |\n\n## Feature flags\n\n- new-start\n',
      '## Waves\n\n| Wave | Share | Regions | Start | End |\n| --- | --- | --- | --- | --- |\n| North | 50 % | SE, NO | 2026-12-01 | 2026-12-20 |\n| South | 20 % | IT | 2026-12-08 | 2026-12-20 |\n\n## Feature flags\n\n- new-start\n',
    ],
    notOk: [
      '## Waves\n\n| Wave | Share |\n| --- | --- |\n| One | 50 % |\n| Two | 25 % |\n\n## Feature flags\n\n- new-start\n',
      '## Waves\n\n| Wave | Start | End |\n| --- | --- | --- |\n| One | 2026-12-01 | 2026-12-10 |\n| Two | 2026-12-08 | 2026-12-20 |\n',
      '## Waves\n\n| Wave | Start | End |\n| --- | --- | --- |\n| One | 2026-12-10 | 2026-12-01 |\n',
      '## Waves\n\n| Wave | Start | End |\n| --- | --- | --- |\n| One | 2026-12-01 | |\n| Two | 2026-12-08 | 2026-12-20 |\n',
    ],
  },
};

function checkAlone({ name, start, end, duration, place }: PlanWave, isLast: boolean): Finding[] {
  if (start && end && lastDayOf(end) < firstDayOf(start)) {
    return [{ text: `Unexpected end ${end} of wave “${name}” before its start ${start}`, place }];
  }
  if (start && !end && !duration && !isLast) {
    const hint = 'Only the last wave may go on for good.';
    return [{ text: `Unexpected wave “${name}” without an end, another one follows`, place, hint }];
  }
  return [];
}

function checkPair(before: PlanWave, wave: PlanWave): Finding[] {
  const { name, place } = wave;
  // Waves in different regions run side by side.
  if (areApart(before, wave)) return [];
  const findings: Finding[] = [];
  if (before.share !== undefined && wave.share !== undefined && wave.share < before.share) {
    findings.push({
      text: `Unexpected share of ${wave.share} % in wave “${name}” after ${before.share} %, expected more`,
      place,
    });
  }
  const until = before.end ?? before.start;
  if (!wave.start || !until) return findings;
  if (before.start && lastDayOf(wave.start) < firstDayOf(before.start)) {
    findings.push({
      text: `Unexpected start ${wave.start} of wave “${name}” before “${before.name}”`,
      place,
    });
  } else if (
    before.end &&
    lastDayOf(wave.start) < lastDayOf(before.end) &&
    isAsPrecise(wave.start, before.end)
  ) {
    findings.push({
      text: `Unexpected start ${wave.start} of wave “${name}” before the end ${before.end} of “${before.name}”`,
      place,
    });
  }
  return findings;
}

function areApart(a: PlanWave, b: PlanWave): boolean {
  const known = new Set(a.regions.map(normaliseName));
  return (
    known.size > 0 && b.regions.length > 0 && !b.regions.some((region) => known.has(normaliseName(region)))
  );
}

function isAsPrecise(a: string, b: string): boolean {
  return precisionOf(a) === precisionOf(b);
}

/** The first day that a partial date can mean. */
function firstDayOf(date: string): string {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(date);
  if (quarter) return `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`;
  return `${date}-01-01`.slice(0, 10);
}
