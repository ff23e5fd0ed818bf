import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseInitiative } from '../../src/plan/initiative.ts';
import { publish, type Records } from '../../src/publish/publish.ts';
import { initiativeAddress, releaseAddress } from '../../src/release/address.ts';
import { type Site, SiteSchema } from '../../src/release/site.ts';
import { arrangeContent } from '../../src/site/content.ts';
import { getSignposts } from '../../src/site/redirects.ts';
import { readMarkdown } from '../../src/sources/markdown.ts';
import { runs } from '../long.ts';
import { planOf } from '../plans.ts';

/** Every address that was ever published answers: with a page, with a redirect to one, or with a page that says that it was withdrawn. */

const now = new Date('2026-06-01T12:00:00Z');

/** What a plan is like at one moment; `undefined` where it is not there. */
const plan = fc.option(
  fc.record({
    version: fc.constantFrom('1.0', '1.1', '2.0-rc.1', 'Spring', undefined),
    product: fc.constantFrom('till', 'api'),
    channel: fc.constantFrom(undefined, 'beta'),
    status: fc.constantFrom('planned', 'released', 'released', 'cancelled', 'yanked', 'draft'),
    visibility: fc.constantFrom('public', 'public', 'public', 'internal'),
    broken: fc.integer({ max: 9, min: 0 }).map((dice) => dice === 0),
  }),
  { nil: undefined, freq: 6 },
);
type PlanState = NonNullable<typeof plan extends fc.Arbitrary<infer T> ? T : never>;

const moment = fc.record({
  plans: fc.tuple(plan, plan, plan),
  initiative: fc.option(fc.constantFrom('public', 'internal'), { nil: undefined }),
  /** The product of everything is called otherwise from here on. */
  products: fc.constantFrom('two', 'two', 'one'),
});

function siteOf(products: string): Site {
  const all = [
    { id: 'till', name: 'Till' },
    { id: 'api', name: 'API' },
  ];
  return SiteSchema.parse({
    name: 'Kiosk',
    url: 'https://updates.kiosk.example.com/',
    products: products === 'one' ? all.slice(0, 1) : all,
  });
}

function write(
  index: number,
  { version, product, channel, status, visibility, broken }: PlanState,
  site: Site,
) {
  const lines = [
    `id: p-${index}`,
    `title: Plan ${index}`,
    version && `version: "${version}"`,
    `product: ${site.products.some(({ id }) => id === product) ? product : 'till'}`,
    channel && `channel: ${channel}`,
    `status: ${broken ? 'relaesed' : status}`,
    /released|yanked/.test(status) && 'released: 2026-05-01',
    `visibility: ${visibility}`,
  ];
  return planOf(
    `---\n${lines.filter(Boolean).join('\n')}\n---\n\n## Summary\n\nText.\n`,
    `plans/${index}.md`,
    site,
  );
}

test('every address ever published answers, whatever becomes of plans, versions, channels, products and the site', () => {
  const answers = { page: 0, redirect: 0, withdrawn: 0 };
  fc.assert(
    fc.property(fc.array(moment, { minLength: 2, maxLength: 8 }), (history) => {
      let previous: Records = { releases: [], initiatives: [], withdrawn: [] };
      const ever = new Set<string>();
      for (const { plans, initiative, products } of history) {
        const site = siteOf(products);
        const several = site.products.length > 1;
        const documents = plans.flatMap((state, index) => (state ? [write(index, state, site)] : []));
        const item = `---\ntitle: Faster\nvisibility: ${initiative}\nhorizon: next\n---\n\n## Problem\n\nSlow.\n`;
        const initiatives = initiative
          ? [parseInitiative(readMarkdown('roadmap/p-1.md', new TextEncoder().encode(item)), 'p-9', { site })]
          : [];
        ({ records: previous } = publish({ plans: documents, initiatives, previous, site, now }));
        const content = arrangeContent(site, previous, now);
        const pages = new Set([
          ...content.releases.map((release) => releaseAddress(release, several)),
          ...[...content.initiatives, ...content.dropped].map(initiativeAddress),
        ]);
        const signposts = new Map(getSignposts(content).map((each) => [each.address.toLowerCase(), each]));
        for (const address of pages) ever.add(address);
        for (const address of ever) {
          const signpost = signposts.get(address.toLowerCase());
          if (pages.has(address)) answers.page++;
          else if (signpost?.to) {
            answers.redirect++;
            expect(pages, `${address} leads to ${signpost.to}`).toContain(signpost.to);
          } else {
            answers.withdrawn++;
            expect(signpost, `${address} after ${JSON.stringify(history, null, 1)}`).toBeDefined();
          }
        }
      }
    }),
    { numRuns: runs(150, 20_000) },
  );
  for (const count of Object.values(answers)) expect(count).toBeGreaterThan(100);
});
