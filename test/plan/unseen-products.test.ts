import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseInitiative } from '../../src/plan/initiative.ts';
import { reportUnseenProducts } from '../../src/plan/unseen-products.ts';
import { readMarkdown } from '../../src/sources/markdown.ts';
import { messagesOf, planOf, testSite } from '../plans.ts';

const yaml = 'name: x\nproducts:\n  - id: till\n    name: Till\n  - name: API\n    id: "api"\n';
const plan = (lines: string) => planOf(`---\ntitle: T\nproduct: api\n${lines}\n---\n`);
const item = (lines: string) =>
  parseInitiative(readMarkdown('x.md', new TextEncoder().encode(`---\ntitle: T\n${lines}\n---\n`)), 'x', {
    site: testSite,
  });

function told(
  plans: ReturnType<typeof plan>[],
  items: ReturnType<typeof item>[] = [],
  value = yaml,
): string[] {
  const file = new VFile({ path: 'site.yaml', value });
  reportUnseenProducts(file, testSite, plans, items);
  return messagesOf({ file });
}

const message = 'RP145 6:1 Doubtful product `api`, of which everything is internal, but not its name';

test('a product is told of where everything of it is internal', () => {
  expect(told([plan('visibility: internal')])).toEqual([message]);
  expect(told([plan(''), plan('visibility: public\nstatus: draft')])).toEqual([message]);
  expect(told([], [item('product: api\nvisibility: internal')])).toEqual([message]);
  expect(told([plan('')], [], '')).toEqual([message.replace('6:1 ', '')]);
});

test('and not where readers see something of it, or nothing is planned', () => {
  expect(told([])).toEqual([]);
  expect(told([plan(''), plan('visibility: public\nstatus: planned')])).toEqual([]);
  expect(told([plan('')], [item('product: api')])).toEqual([]);
  expect(told([plan('')], [item('product: till')])).toEqual([message]);
});
