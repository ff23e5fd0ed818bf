import { placeOfSection } from '../facts.ts';
import type { Condition } from '../gates.ts';
import { isMaterialReady } from '../launch.ts';
import { counted, fail, passUnless } from './verdict.ts';

export const hasMaterials: Condition = {
  name: 'The materials package is complete',
  check(plan) {
    const place = placeOfSection(plan, 'materials');
    const wanted = (plan.values.materials ?? []).filter(({ state }) => state !== 'cancelled');
    if (wanted.length === 0) return fail('There are no materials', place);
    const open = wanted
      .filter((material) => !isMaterialReady(material))
      .map(({ title, state, place: own }) => ({
        text: `“${title}” is ${state ?? 'in no state'}`,
        place: own ?? place,
      }));
    return passUnless(open, `${counted(wanted.length, 'material')} ready`, place);
  },
};
