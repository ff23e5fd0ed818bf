import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { digestOf } from '../../../scripts/build/file-digests.ts';
import type { Understood } from '../../../scripts/plans/packed-plan.ts';
import type { PlanFile } from '../../../scripts/plans/read-plan.ts';
import { understandPlan, understandPlans } from '../../../scripts/plans/understand-plans.ts';
import { understandTogether } from '../../../scripts/plans/understand-together.ts';
import { projectFolder } from '../../../scripts/project-folder.ts';
import type { PlanSettings } from '../../../src/plan/settings.ts';
import { readSiteFile } from '../../../src/sources/site-file.ts';
import { makeReleases, shapes } from '../../bench/corpus.ts';
import { renderPlanOf } from '../../bench/plan-corpus.ts';

const site = readFileSync('content/site.yaml', 'utf8');
const settings = readSiteFile('site.yaml', site).settings as PlanSettings;

/** The demo's plans, made-up ones, and what cannot be read. */
const files: PlanFile[] = [
  ...readdirSync('content/plans', { recursive: true, encoding: 'utf8' })
    .filter((path) => /^(?:fleet|merchant|partner).*\.md$/.test(path))
    .map((path) => ({ path, bytes: readFileSync(join('content/plans', path)) })),
  ...makeReleases(shapes.usual(8)).map((release) => planFile(release.id, renderPlanOf(release))),
  planFile('empty', ''),
  planFile('unclosed', '---\nvisibility: internal\n'),
  planFile('unknown', '---\nstatus: relased\n---\n\n## Plans of nobody\n\nThis <b>is</b> not known.\n'),
  planFile('gap', '---\nnotion: https://app.notion.com/p/1\n---\n\n# Gap\n\n<unknown>\n'),
  { path: 'bytes.md', bytes: Buffer.from([0x23, 0x20, 0xff, 0xfe]) },
];

function planFile(name: string, text: string): PlanFile {
  return { path: `${name}.md`, bytes: Buffer.from(text) };
}

/** Everything that is known of a plan. */
function tell({ plan, document }: Understood) {
  const { file, url, fields, places, values, sections } = plan;
  return {
    ...{ url, fields, places, values },
    path: file.path,
    value: file.value,
    data: file.data,
    messages: file.messages.map((message) => ({ ...message })),
    sections: sections.map(({ key, heading, filled, place }) => ({ key, heading, filled, place })),
    document: [document.url, document.file === file],
  };
}

/** What is read again when somebody asks. */
function tellTrees({ plan, document }: Understood): string {
  const { sections, unknown } = plan;
  return JSON.stringify([sections.map(({ text }) => text), unknown, document.fields, document.body]);
}

const expected = files.map((file) => tell(understandPlan(file, settings)));

describe('plans that were understood before', () => {
  const place = { folder: '/no/such/folder/of/plans', site };
  const kept = join(projectFolder, '.slipway', 'plans', digestOf(place.folder));
  const forget = () => rmSync(kept, { recursive: true, force: true });
  beforeEach(() => {
    forget();
    onTestFinished(forget);
  });
  const told = (some: readonly PlanFile[] = files) => understandPlans(some, settings, place).map(tell);

  test('say the same as if they were read', () => {
    expect(told()).toEqual(expected);
    const again = understandPlans(files, settings, place);
    expect(again.map(tell)).toEqual(expected);
    expect(again.map(tellTrees)).toEqual(files.map((file) => tellTrees(understandPlan(file, settings))));
  });

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    [
      'changed in one letter',
      (bytes: Buffer) => Buffer.from(bytes.map((each, at) => (at === 400 ? each ^ 1 : each))),
    ],
  ])('say the same where what was kept is %s', (_, damage) => {
    told();
    for (const name of readdirSync(kept))
      writeFileSync(join(kept, name), damage(readFileSync(join(kept, name))));
    expect(told()).toEqual(expected);
  });

  test('are kept as long as they are there, and for these settings', () => {
    told();
    const bytes = () =>
      readdirSync(kept).reduce((sum, name) => sum + readFileSync(join(kept, name)).length, 0);
    const all = bytes();
    expect(told(files.slice(0, 33))).toEqual(expected.slice(0, 33));
    expect(bytes()).toBeLessThan(all);
    const others = { ...place, site: `${site}\ndisclaimer: None\n` };
    expect(understandPlans(files, settings, others).map(tell)).toEqual(expected);
  });
});

test('several threads understand what one does', () => {
  const many = Array.from({ length: 310 }, (_, index) => files[index % files.length] as PlanFile);
  const [alone, together] = [files, many].map((some) =>
    understandTogether(some, settings, site).map((packed): unknown => deserialize(packed)),
  );
  expect(together).toEqual(many.map((_, index) => alone?.[index % files.length]));
});
