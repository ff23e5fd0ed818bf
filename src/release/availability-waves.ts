import type { Judged, Reader, Verdict } from './availability-verdict.ts';
import { isIn } from './regions.ts';
import type { Release, Wave } from './release.ts';
import { isUpcoming } from './vocabulary.ts';

/** How far a release has come for somebody whom it is meant for. */
export function judgeProgress(release: Judged, reader: Reader, today: string): Verdict {
  const { status, expected, released } = release;
  if (isUpcoming(status) || status === 'draft')
    return {
      answer: 'not-yet',
      because: 'planned',
      ...(expected && { expected }),
      ...firstWave(release, reader),
    };
  if (released && released > today) return { answer: 'not-yet', because: 'planned', expected: released };
  const waves = (release.waves ?? []).map((wave) => ({
    wave,
    holds: wave.regions ? (reader.region ? isIn(wave.regions, reader.region) : undefined) : true,
  }));
  if (waves.length === 0) return withoutWaves(status);
  const own = waves.filter(({ holds }) => holds !== false);
  if (own.length === 0) return { answer: 'no', because: 'no-wave' };
  const isUnsure = own.some(({ holds }) => holds === undefined);
  const verdict = judgeWaves(
    own.map(({ wave }) => wave),
    status,
  );
  return isUnsure ? { ...verdict, missing: reader.region ? [] : ['region'] } : verdict;
}

function withoutWaves(status: Release['status']): Verdict {
  if (status === 'released') return { answer: 'yes', because: 'released' };
  if (status === 'paused') return { answer: 'unknown', because: 'paused' };
  return { answer: 'unknown', because: 'rolling-out' };
}

function judgeWaves(waves: readonly Wave[], status: Release['status']): Verdict {
  const reached = waves.filter(({ state }) => state === 'done' || state === 'running');
  const isLast = waves.every(({ state }) => state === 'done' || state === 'running' || state === 'stopped');
  // A wave that says no share is everybody only where no other wave follows.
  const whole = reached.findLast(({ share }) => share === 100 || (share === undefined && isLast));
  if (whole)
    return { answer: 'yes', because: whole.state === 'done' ? 'wave-done' : 'rolling-out', wave: whole };
  const partly = reached.at(-1);
  const next = waves.find(({ state }) => state === 'planned');
  const paused = waves.find(({ state }) => state === 'paused');
  const rest = { ...(partly && { partly }), ...(next && { wave: next }) };
  if (paused || status === 'paused')
    return { answer: 'not-yet', because: 'paused', ...rest, ...(paused && { wave: paused }) };
  if (next) return { answer: 'not-yet', because: 'in-waves', ...rest };
  // Some have it, and no wave for the others is announced.
  if (partly) return { answer: 'unknown', because: 'rolling-out', partly };
  return { answer: 'no', because: 'stopped', wave: waves.at(-1) };
}

function firstWave({ waves = [] }: Judged, { region }: Reader): Pick<Verdict, 'wave'> {
  const wave = waves.find(({ regions }) => !regions || (region && isIn(regions, region) === true));
  return wave ? { wave } : {};
}
