import { approvalsOf, changesOf, inclusionsOf, placeOfSection, segmentsOf, wavesOf } from '../facts.ts';
import { compareFingerprint } from '../fingerprint.ts';
import type { Condition } from '../gates.ts';
import type { Finding } from '../rules/rule.ts';
import { counted, fail, pass, passUnless } from './verdict.ts';

export const saysFeatures: Condition = {
  name: 'The features are stated',
  check(plan) {
    const changes = changesOf(plan);
    const place = placeOfSection(plan, 'included', 'improvements', 'fixes');
    return changes.length > 0
      ? pass(counted(changes.length, 'change'), place)
      : fail('No change is named', place);
  },
};

export const saysSchedule: Condition = {
  name: 'The schedule is stated',
  check(plan) {
    const { released, target } = plan.fields;
    const wave = wavesOf(plan).find(({ start }) => start);
    if (released) return pass(`Released on ${released}`, plan.places.released);
    if (target) return pass(`Expected ${target}`, plan.places.target);
    if (wave) return pass(`The first wave starts ${wave.start}`, wave.place);
    return fail('There is no target, and no wave has a start', plan.places.target);
  },
};

export const saysAudience: Condition = {
  name: 'The audience is stated',
  check(plan) {
    const place = placeOfSection(plan, 'inclusion', 'audience', 'segments');
    const told = [...inclusionsOf(plan).map(({ text }) => text), ...segmentsOf(plan)];
    return told.length > 0 ? pass(told[0] ?? '', place) : fail('Nobody is named whom it is for', place);
  },
};

export const isApproved: Condition = {
  name: 'The plan is approved',
  check(plan) {
    const approvals = approvalsOf(plan);
    const place = placeOfSection(plan, 'approvals');
    if (approvals.length === 0) return fail('There is no approval', place);
    const faults = approvals.flatMap(({ role, decision = 'pending', fingerprint, place: own }): Finding[] => {
      if (decision !== 'approved') return [{ text: `“${role}” is ${decision}`, place: own ?? place }];
      const changed = fingerprint ? compareFingerprint(plan, fingerprint) : [];
      return changed.map((each) => ({
        text: `“${role}” approved another plan: ${each.text}`,
        place: each.place ?? own,
      }));
    });
    return passUnless(faults, `Approved by ${approvals.map(({ role }) => role).join(', ')}`, place);
  },
};

export const isTold: Condition = {
  name: 'The announcement is planned',
  check(plan) {
    const place = placeOfSection(plan, 'announcements');
    const planned = (plan.values.announcements ?? []).filter(({ state }) => state !== 'cancelled');
    const [first] = planned.filter(({ sendOn, state }) => sendOn ?? state === 'sent');
    if (planned.length === 0) return fail('There is no announcement', place);
    return first
      ? pass(counted(planned.length, 'announcement'), first.place ?? place)
      : fail('No announcement has a day', planned[0]?.place ?? place);
  },
};
