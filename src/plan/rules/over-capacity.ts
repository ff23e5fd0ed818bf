import { isUpcoming } from '../../release/vocabulary.ts';
import { readNumber } from '../quantities.ts';
import type { Rule } from './rule.ts';
import { changesOf, placeOfSection } from '../facts.ts';

export const overCapacity: Rule = {
  code: 'RP092',
  name: 'Over capacity',
  severity: 'warning',
  what: 'Where site.yaml says how many story points fit into a release, a coming one holds no more.',
  why: 'What does not fit is found out now, or on the last evening.',
  source: '001',
  fix: 'Move changes to the excluded features, with the release that will have them.',
  check(plan, { settings }) {
    const room = settings.cadence?.points;
    const { status } = plan.fields;
    if (!room || !status || !isUpcoming(status)) return [];
    const points = changesOf(plan).reduce((sum, change) => sum + (readNumber(change.points ?? '') ?? 0), 0);
    if (points <= room) return [];
    return [
      {
        text: `Unexpected ${points} story points in one release, expected at most ${room}`,
        place: placeOfSection(plan, 'included', 'improvements', 'fixes'),
      },
    ];
  },
  examples: {
    ok: [
      {
        plan: '## Bug fixes\n\n- One\n  - Story: T-1\n  - Points: 3\n',
        settings: { cadence: { every: 28, points: 8 } },
      },
    ],
    notOk: [
      {
        plan: '## Bug fixes\n\n- One\n  - Story: T-1\n  - Points: 5\n- Two\n  - Story: T-2\n  - Points: 5\n',
        settings: { cadence: { every: 28, points: 8 } },
      },
    ],
  },
};
