import { renderRelease } from '../../src/documents/public/record-file.ts';
import { ReleaseSchema } from '../../src/release/release.ts';

/** The smallest site that somebody begins with: one product, one release with a line, no roadmap, no pictures. */
export function lonelySite(): Record<string, string> {
  const release = ReleaseSchema.parse({
    id: 'first',
    title: 'Hello',
    product: 'till',
    status: 'released',
    released: '2026-05-07',
    changes: [{ id: 'only', kind: 'added', title: 'It opens' }],
  });
  return {
    'site.yaml': 'name: Kiosk\nurl: https://kiosk.example.com/\nproducts:\n  - { id: till, name: Till }\n',
    'releases/till/first.yaml': renderRelease(release),
  };
}
