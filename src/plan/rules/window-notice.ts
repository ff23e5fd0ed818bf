import type { Finding, Rule } from './rule.ts';

export const windowNotice: Rule = {
  code: 'RP050',
  name: 'A window with zone and notice',
  severity: 'warning',
  what: 'A maintenance window names its time zone, and customers are told: by a public plan, an announcement, or a notice.',
  why: 'Two o’clock is another hour for each customer, and a surprise is an outage.',
  source: '003',
  fix: 'Add “Zone: Europe/Stockholm”. Make the plan public, or say when and how customers are told: “Notice: …”.',
  check(plan, { today }) {
    const { maintenance = [], announcements = [] } = plan.values;
    const isTold = plan.fields.visibility === 'public' || announcements.length > 0;
    return maintenance.flatMap(({ start, zone, zoneAssumed, notice, place }) => {
      const findings: Finding[] = [];
      const text = `Unexpected maintenance window without a time zone, read as ${zone}`;
      if (zoneAssumed) findings.push({ text, place });
      if (!isTold && !notice && start.slice(0, 10) >= today) {
        findings.push({ text: 'Unexpected maintenance window that nobody outside is told of', place });
      }
      return findings;
    });
  },
  examples: {
    ok: [
      '## Maintenance window\n\n- Start: 2026-12-29 02:00\n- End: 2026-12-29 03:00\n- Zone: Europe/Stockholm\n- Notice: In-app note on 2026-12-20\n',
    ],
    notOk: [
      '## Maintenance window\n\n- Start: 2026-12-29 02:00\n- End: 2026-12-29 03:00\n- Notice: In-app note\n',
      '## Maintenance window\n\n- Start: 2026-12-29 02:00\n- End: 2026-12-29 03:00\n- Zone: Europe/Stockholm\n',
    ],
  },
};
