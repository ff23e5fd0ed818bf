import { parsePlan } from '../src/plan/parse-plan.ts';
import type { Plan } from '../src/plan/plan.ts';
import { type Site, SiteSchema } from '../src/release/site.ts';
import { readMarkdown } from '../src/sources/markdown.ts';

/** A site with two products, for tests that need one. */
export const testSite: Site = SiteSchema.parse({
  name: 'Kiosk updates',
  url: 'https://updates.kiosk.example.com/',
  timezone: 'Europe/Berlin',
  products: [
    { id: 'till', name: 'Till' },
    { id: 'api', name: 'API' },
  ],
  themes: [{ id: 'speed', name: 'Speed' }],
});

/** A plan as it is understood from Markdown. */
export function planOf(markdown: string, path = 'plans/test.md', site = testSite): Plan {
  return parsePlan(readMarkdown(path, new TextEncoder().encode(markdown)), { site });
}

/** What is said about a plan, as `RP120 3:1 Unknown status …`. */
export function messagesOf(plan: { file: Plan['file'] }): string[] {
  return plan.file.messages.map((message) => {
    const place = message.line ? `${message.line}:${message.column} ` : '';
    return `${message.ruleId} ${place}${message.reason}`;
  });
}
