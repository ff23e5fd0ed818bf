import { expect, test } from 'vitest';
import { renderAnnouncementPack } from '../../src/documents/public/announcement-pack.ts';
import { type Release, ReleaseSchema } from '../../src/release/release.ts';
import { testSite } from '../plans.ts';

const packOf = (parts: Partial<Release>) =>
  renderAnnouncementPack(
    ReleaseSchema.parse({ id: 'r-1', title: 'Version 2', product: 'till', status: 'released', ...parts }),
    testSite,
  );
const partOf = (pack: string, heading: string) =>
  new RegExp(`^## ${heading}\\n\\n([^]*?)\\n(?=\\n## )`, 'm').exec(pack)?.[1] ?? '';

test('without a summary, what changes is told, the weightiest first, and never the title twice', () => {
  const url = '<https://updates.kiosk.example.com/releases/till/2-0/>';
  const changes: Release['changes'] = [
    { id: 'f', kind: 'fixed', title: 'Totals' },
    { id: 'b', kind: 'changed', title: 'Orders are `paged`', breaking: true },
  ];
  const pack = packOf({ version: '2.0', released: '2026-05-07', changes });
  expect(partOf(pack, 'In the product')).toBe(`**Version 2**\n\nOrders are paged · Totals ${url}`);
  expect(partOf(pack, 'Short message')).toBe(`Version 2: Orders are paged · Totals ${url}`);
  const bare = packOf({ version: '2.0', released: '2026-05-07' });
  expect(partOf(bare, 'In the product')).toBe(`**Version 2**\n\n${url}`);
  expect(partOf(bare, 'Short message')).toBe(`Version 2 ${url}`);
});

test('the e-mail of what is to come says that it is, and when as far as that is told', () => {
  const mail = partOf(packOf({ status: 'planned', expected: '2027-Q1' }), 'E-mail, as text');
  expect(mail).toContain('Planned · Expected: Q1 2027\n');
  expect(partOf(packOf({ status: 'approved' }), 'E-mail, as text')).toContain('\nApproved\n');
});

test('a maintenance window is told as people read it, in the e-mail and in the whole story', () => {
  const window = {
    id: 'm-1',
    start: '2026-12-13T02:00:00+01:00',
    end: '2026-12-13T03:00:00+01:00',
    zone: 'Europe/Berlin',
    impact: 'No **card** payments.',
    affected: ['Shops in Germany'],
  };
  const pack = packOf({ status: 'planned', expected: '2026-Q4', maintenance: [window] }).replace(
    /[^\S\n]/g,
    ' ',
  );
  const mail = partOf(pack, 'E-mail, as text').replace(/\s+/g, ' ');
  expect(mail).toMatch(
    /Maintenance \* Sunday, December 13, 2026, 2:00 – 3:00 AM GMT\+1 · Shops in Germany · No card payments\./,
  );
  expect(pack).toMatch(/- \*\*Sunday, December 13, 2026, 2:00 – 3:00 AM GMT\\?\+1 \(Europe\/Berlin\)\*\*/);
  expect(pack).not.toContain('T02:00');
});

test('what is rolling out says that not everybody has it, or why it is as it is', () => {
  expect(packOf({ status: 'rolling out' })).toContain(
    '> This release is rolling out. You may not have it yet.',
  );
  expect(packOf({ status: 'paused', reason: 'Totals were wrong.' })).toContain(
    '> **Roll-out paused:** Totals were wrong.',
  );
});
