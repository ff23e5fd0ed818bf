import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { readContent } from '../../scripts/content.ts';
import type { RecordChange } from '../../scripts/diff.ts';
import { explainRefusal, type Refusal, refuseRemovals, refuseSecrets } from '../../scripts/refusals.ts';
import type { Initiative, Release } from '../../src/release/release.ts';
import { temporaryFolder, writeFiles } from '../house/files.ts';

const SITE = 'name: K\nurl: https://k.example.com/\nproducts: [{ id: till, name: Till }]\n';
const NOTION = `${SITE}notion:\n  plans: 0123456789abcdef0123456789abcdef\n  roadmap: fedcba9876543210fedcba9876543210\n`;
const PLAN = '---\ntitle: T\n---\n';

const release = (index: number): Release => ({
  id: `r-${index}`,
  title: `Title ${index}`,
  product: 'till',
  status: 'planned',
});
const goal: Initiative = { id: 'goal', title: 'Goal', horizon: 'now' };
const list = (length: number) => Array.from({ length }, (_, index) => release(index));

/** Why records must stay, in a content folder that is these files. */
function refuse(
  files: Record<string, string>,
  published: Release[],
  orphans: (Release | Initiative)[] = [],
  initiatives: Initiative[] = [],
): Refusal | undefined {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  const previous = { releases: published, initiatives, withdrawn: [] };
  const refusal = refuseRemovals(readContent(folder), previous, { orphans });
  return refusal && { ...refusal, what: refusal.what.replace(folder, '…') };
}

describe('records stay', () => {
  test('where the plans in Notion have never been pulled here', () => {
    const hint =
      'Run `slipway pull` first. To build the site from the public records alone, run `slipway build`.';
    const told = (kinds: string) => ({ what: `The ${kinds} in Notion have not been pulled here.`, hint });
    expect(refuse({ 'site.yaml': NOTION, 'plans/a.md': PLAN }, [])).toEqual(told('plans and the roadmap'));
    const pulled = (kind: string) => ({
      'site.yaml': NOTION,
      'plans/a.md': PLAN,
      [join(kind, 'notion', '.notion.json')]: '{}',
    });
    expect(refuse(pulled('plans'), [])).toEqual(told('roadmap'));
    expect(refuse(pulled('roadmap'), [])).toEqual(told('plans'));
    expect(refuse({ ...pulled('plans'), ...pulled('roadmap') }, [])).toBeUndefined();
  });

  test('where there are records and not one plan', () => {
    expect(refuse({ 'site.yaml': SITE }, list(2))).toEqual({
      what: expect.stringMatching(/^There is no plan in `.+`, but 2 public records\.$/) as string,
      hint: 'To build the site from the records alone, run `slipway build`. If all plans are gone on purpose, run it with `--allow-mass-delete`.',
    });
    expect(refuse({ 'site.yaml': SITE }, [])).toBeUndefined();
    expect(refuse({ 'site.yaml': SITE, 'plans/a.md': PLAN }, list(2))).toBeUndefined();
  });

  test.each([
    { gone: 5, releases: 5, goals: 0, isRefused: false },
    { gone: 6, releases: 29, goals: 0, isRefused: true },
    { gone: 6, releases: 29, goals: 1, isRefused: false },
    { gone: 6, releases: 30, goals: 0, isRefused: false },
    { gone: 7, releases: 34, goals: 0, isRefused: true },
    { gone: 20, releases: 100, goals: 0, isRefused: false },
    { gone: 21, releases: 100, goals: 0, isRefused: true },
  ])('where $gone of $releases releases and $goals goals vanish: $isRefused', (setting) => {
    const goals = setting.goals ? [goal] : [];
    const files = { 'site.yaml': SITE, 'plans/a.md': PLAN };
    const refusal = refuse(files, list(setting.releases), list(setting.gone), goals);
    expect(refusal !== undefined).toBe(setting.isRefused);
  });

  test('and the first of many are named', () => {
    const files = { 'site.yaml': SITE, 'plans/a.md': PLAN };
    const names = (count: number) =>
      list(count)
        .map(({ title }) => `\n  ${title}`)
        .join('');
    expect(refuse(files, list(20), list(10))).toEqual({
      what: '10 public records of 20 would be removed, because their plans are gone.',
      list: names(10),
      hint: 'If that is meant, run it again with `--allow-mass-delete`.',
    });
    expect(refuse(files, list(20), list(11))?.list).toBe(`${names(10)}\n  …`);
  });
});

describe('who is refused is told', () => {
  const refusal = { what: 'No.', list: '\n  One', hint: 'Do.' };
  const change = (what: RecordChange['what']) => ({
    path: 'x',
    what,
    before: what === 'added' ? '' : 'old',
    after: what === 'removed' ? '' : 'new',
  });

  test('that nothing was changed', () => {
    const { message, hint } = explainRefusal(refusal, [change('added'), change('changed')], false);
    expect([message, hint]).toEqual(['No. Nothing was changed.\n  One', 'Do.']);
    expect(explainRefusal({ what: 'No.', hint: 'Do.' }, [], true).message).toBe('No. Nothing was changed.');
  });

  test('what was taken back all the same, or would be', () => {
    const said = (count: number, isDry: boolean) =>
      explainRefusal(
        refusal,
        [change('added'), ...Array.from({ length: count }, () => change('removed'))],
        isDry,
      ).message;
    expect(said(1, false)).toBe(
      'No. 1 record whose plan is not public any more was taken back; nothing else was changed.\n  One',
    );
    expect(said(1, true)).toContain(' would be taken back;');
    expect(said(3, false)).toBe(
      'No. 3 records whose plans are not public any more were taken back; nothing else was changed.\n  One',
    );
    expect(said(3, true)).toContain('3 records whose plans are not public any more would be taken back;');
  });

  test('no record that is in another file than before', () => {
    const moved = [change('removed'), { ...change('added'), after: 'old' }];
    expect(explainRefusal(refusal, moved, false).message).toBe('No. Nothing was changed.\n  One');
    const other = { ...change('changed'), after: 'old' };
    expect(explainRefusal(refusal, [change('removed'), other], false).message).toContain('1 record');
  });

  test('that a token stands in what would be public, and where', () => {
    vi.stubEnv('NOTION_TOKEN', 'ntn_0123456789');
    const records = new Map([
      ['a.yaml', 'title: T'],
      ['b.yaml', 'title: ntn_0123456789'],
    ]);
    expect(refuseSecrets(records)).toEqual({
      what: 'The value of NOTION_TOKEN stands in what would become `b.yaml`.',
      hint: 'Take it out of the plan; and as others may have seen it there, replace it by a new one.',
    });
    expect(refuseSecrets(new Map([['a.yaml', 'title: T']]))).toBeUndefined();
    vi.unstubAllEnvs();
  });
});
