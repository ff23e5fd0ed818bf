import type { Release } from '../../src/release/release.ts';
import { type Site, SiteSchema } from '../../src/release/site.ts';

export const site: Site = SiteSchema.parse({
  name: 'Wheelway & friends',
  tagline: 'What is new',
  url: 'https://Example.com/updates/',
  timezone: 'Europe/Berlin',
  products: [
    { id: 'rider-app', name: 'Rider app' },
    { id: 'partner-api', name: 'Partner API' },
  ],
});

export function makeRelease(parts: Partial<Release> = {}): Release {
  return {
    id: 'vouchers',
    title: 'Pay with vouchers',
    product: 'rider-app',
    version: '3.2.0',
    status: 'released',
    released: '2026-05-07',
    summary: 'Riders can pay with vouchers.',
    ...parts,
  };
}
