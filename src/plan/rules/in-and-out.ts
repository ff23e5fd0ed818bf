import type { Rule } from './rule.ts';
import { changesOf, isSame } from '../facts.ts';

export const inAndOut: Rule = {
  code: 'RP021',
  name: 'Not in and out',
  severity: 'error',
  what: 'Nothing is among the changes and among the excluded features.',
  why: 'A customer would be promised what the team has put off.',
  source: '000',
  fix: 'Decide, and delete it in one of the two sections.',
  check(plan) {
    const changes = changesOf(plan);
    return (plan.values.excluded ?? []).flatMap(({ what, place }) => {
      const twin = changes.find((change) => isSame(change.title, what));
      if (!twin) return [];
      const where = twin.place ? ` (line ${twin.place.line})` : '';
      return [
        {
          text: `Unexpected “${what}” among the excluded features, it is among the changes too${where}`,
          place,
        },
      ];
    });
  },
  examples: {
    ok: [
      '## Included features\n\n- **Receipts by mail**\n\n## Excluded features\n\n- **Receipts by post.** Too slow.\n',
    ],
    notOk: [
      '## Included features\n\n- **Receipts by mail.** At last.\n\n## Excluded features\n\n- **receipts by mail** — not yet\n',
    ],
  },
};
