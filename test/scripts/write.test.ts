import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { slipway } from '../house/command-line.ts';
import { temporaryFolder, writeFiles } from '../house/files.ts';

const plan = `---
title: Book a table
id: p-1
product: till
version: "1.2"
visibility: public
status: released
released: 2026-06-01
---

## Summary

Guests can book.

## Included features

- **Book ahead.** Two weeks.
  - Story: ZORRO-1

## Maintenance window

- Start: 2026-06-01 02:00
- End: 2026-06-01 04:00
- Zone: Europe/Berlin
- Affected: Till
- Impact: No bookings.

## Metrics

- 30 % adoption in kiosks within 30 days

## Risks

- Zorro does not come.

## Validation

### Metric actuals

- adoption: 34 % (2026-07-02)
`;

test(
  'what is sent comes from the record alone, what stays inside from the plan',
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      'site.yaml':
        'name: Kiosk\nurl: https://updates.kiosk.example.com/\nproducts:\n  - { id: till, name: The till }\n',
      'plans/a.md': plan,
      'plans/b.md': plan.replace('p-1', 'p-2').replace('"1.2"', '"1.3"').replace('public', 'internal'),
    });
    const run = (...words: string[]) => slipway([...words, '--content', folder]);
    await run('publish', '--now', '2026-11-21T12:00Z');
    const { output } = await run('write', 'announcement', '1.2');
    expect(output).toContain('# Announcement pack:');
    expect(output).toContain('Guests can book.');
    expect(output).not.toMatch(/zorro|internal|34 %/i);
    const notice = await run('write', 'maintenance', '1.2');
    expect(notice.output).toMatch(
      /2:00\s–\s4:00\sAM\sGMT\+2[\s\S]*12:00\s–\s2:00\sAM\sUTC[\s\S]*Affected: Till[\s\S]*No bookings\./,
    );
    const report = await run('write', 'validation', '1.2', '--out', join(folder, 'report.md'));
    expect(report.code, report.output).toBe(0);
    const text = readFileSync(join(folder, 'report.md'), 'utf8');
    expect(text).toMatch(/^# Validation report: Book a table\n\n> \*\*Internal\.\*\*/);
    expect(text).toContain('\n\nThe till 1.2 · released 2026-06-01\n\n');
    expect(text).toMatch(/\| adoption[^|]*\| – \| at least 30 % \| 34 % \| 2026-07-02 \| met \|/i);
    const unmeasured = plan
      .replace('p-1', 'p-3')
      .replace('"1.2"', '"1.4"')
      .replace(/## Metrics[^#]*/, '');
    writeFiles(folder, { 'plans/c.md': unmeasured.replace(/## Validation[^]*/, '') });
    expect((await run('write', 'validation', '1.4')).output).toContain('The plan names no metric.');
    expect((await run('write', 'hand-off', '1.3')).output).toMatch(
      /Zorro does not come\.[\s\S]*## Not said in the plan/,
    );
    const refused = await run('write', 'announcement', '1.3');
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('is public, so there is nothing to send');
  },
);

test.each([
  [['suport'], 'Did you mean `support`?'],
  [['support'], 'Which plan?'],
  [['maintenance', '5.12.0'], 'It has no maintenance window'],
])('write %j ends with a sentence', async (words, sentence) => {
  const { code, output } = await slipway(['write', ...words]);
  expect(code, output).toBe(1);
  expect(output).toContain(sentence);
});
