import { daysBetween } from '../../release/date.ts';
import { normaliseName } from '../fields.ts';
import type { PlanAnnouncement } from '../launch.ts';
import type { Rule } from './rule.ts';
import { releaseDayOf } from '../facts.ts';

/** Days before the release. */
const WINDOW = { first: 14, last: 7 };

export const announcementTime: Rule = {
  code: 'RP061',
  name: 'Announced a week or two before',
  severity: 'warning',
  what: 'Each audience hears of the release 7 to 14 days before it. More announcements at other times are welcome.',
  why: 'Later nobody can prepare; earlier everybody has forgotten.',
  source: '003',
  fix: 'Move one announcement to each audience into the two weeks before the release.',
  check(plan) {
    const day = releaseDayOf(plan);
    if (!day || plan.fields.profile === 'hotfix') return [];
    const planned = (plan.values.announcements ?? []).filter(
      ({ sendOn, state }) => sendOn && state !== 'cancelled',
    );
    return [...byAudience(planned).values()].flatMap((announcements) => {
      const ahead = announcements.map(({ sendOn }) => daysBetween(sendOn ?? day, day));
      if (ahead.some((days) => days >= WINDOW.last && days <= WINDOW.first)) return [];
      const [first] = announcements;
      const [days = 0] = ahead;
      const when = days > 0 ? `${days} days before` : days === 0 ? 'on the day of' : `${-days} days after`;
      return [
        {
          text: `Unexpected announcement to ${first?.audience} ${when} the release, expected one to two weeks before`,
          place: first?.place,
        },
      ];
    });
  },
  examples: {
    ok: [
      '---\ntitle: T\nid: t\ntarget: 2026-12-15\n---\n\n## Announcements\n\n| Audience | Channel | Send on |\n| --- | --- | --- |\n| Shops | E-mail | 2026-12-04 |\n| Shops | In-app note | 2026-12-15 |\n',
    ],
    notOk: [
      '---\ntitle: T\nid: t\ntarget: 2026-12-15\n---\n\n## Announcements\n\n| Audience | Channel | Send on |\n| --- | --- | --- |\n| Shops | E-mail | 2026-12-13 |\n',
      '---\ntitle: T\nid: t\ntarget: 2026-12-15\n---\n\n## Announcements\n\n| Audience | Channel | Send on |\n| --- | --- | --- |\n| Shops | E-mail | 2026-11-15 |\n',
    ],
  },
};

function byAudience(announcements: readonly PlanAnnouncement[]): Map<string, PlanAnnouncement[]> {
  const groups = new Map<string, PlanAnnouncement[]>();
  for (const each of announcements) {
    const name = normaliseName(each.audience);
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  return groups;
}
