import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFingerprint, renderFingerprint } from '../../src/plan/fingerprint.ts';
import { checkPlan } from '../../src/plan/check-plan.ts';
import { contextOf } from './context.ts';
import { messagesOf, planOf } from '../plans.ts';

const text = [
  '---\ntitle: T\nid: t\ntarget: 2026-12-08\n---\n',
  '## Target audience\n\n- Kiosks\n  - Regions: SE, DK\n',
  '## Included features\n\n- **Quick start.** In two seconds.\n  - Story: T-1\n- **Quiet end.** Without a beep.\n',
  '## Waves\n\n| Wave | Share | State | Start |\n| --- | --- | --- | --- |\n| One | 5 % | planned | 2026-12-08 |\n',
].join('\n');

const changes = (changed: string) =>
  compareFingerprint(planOf(changed), renderFingerprint(planOf(text))).map(
    ({ text: says, place }) => `${place?.line ?? '-'} ${says}`,
  );

describe('the fingerprint of what was approved', () => {
  it('is short, and one line', () => {
    expect(renderFingerprint(planOf(text))).toMatch(
      /^plan:[0-9a-f]{4} included:[0-9a-f]{8}\.[0-9a-f]{6} target:\S+ waves:\S+ audience:\S+$/,
    );
  });

  it.each([
    ['white space', text.replace('In two seconds.', 'In  two\n  seconds.')],
    ['a comment', text.replace('In two seconds.', 'In two seconds. <!-- really -->')],
    ['an internal note', `${text}\n> Internal: not sure\n`],
    ['another bullet', text.replaceAll('\n- **', '\n* **')],
    ['the order of changes', text.replace(/(- \*\*Quick[\s\S]*?T-1\n)(- \*\*Quiet.*\n)/, '$2$1')],
    ['a story', text.replace('T-1', 'T-2')],
    ['the state of a wave', text.replace('planned', 'running')],
    ['a section that nobody approved', `${text}\n## Risks\n\n- Late\n`],
    [
      'sub-headings for bullets',
      text.replace('- **Quiet end.** Without a beep.', '- Quiet end — Without a beep.'),
    ],
  ])('does not change with %s', (_, changed) => {
    expect(changes(changed)).toEqual([]);
  });

  it.each([
    [
      'a word',
      text.replace('two seconds', 'three seconds'),
      '14 “Quick start” in “Included features” was added or changed since',
    ],
    [
      'a new change',
      `${text.replace('\n## Waves', '- **Third**\n\n## Waves')}`,
      '17 “Third” in “Included features” was added or changed since',
    ],
    [
      'one change less',
      text.replace('- **Quiet end.** Without a beep.\n', ''),
      '12 something in “Included features” was taken out since',
    ],
    [
      'the target',
      text.replace('2026-12-08\n---', '2026-12-15\n---'),
      '4 “2026-12-15” in the target was added or changed since',
    ],
    [
      'a region',
      text.replace('SE, DK', 'SE, FI'),
      '9 “Kiosks” in “Target audience” was added or changed since',
    ],
    ['a share', text.replace('5 %', '15 %'), '22 “One” in “Waves” was added or changed since'],
    ['a new section', `${text}\n## Bug fixes\n\n- Drawer\n`, '26 “Bug fixes” was added since'],
    ['a section less', text.replace(/\n## Waves[\s\S]*/, ''), '- `waves` was taken out since'],
  ])('names the line of %s', (_, changed, expected) => {
    expect(changes(changed)).toEqual([expected]);
  });

  it('is that of one plan', () => {
    expect(changes(text.replace('id: t', 'id: u'))).toEqual(['- its fingerprint is that of another plan']);
    expect(compareFingerprint(planOf(text), 'yes').map((each) => each.text)).toEqual([
      'its fingerprint cannot be read',
    ]);
  });

  it('notices every change of a title', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (word) => {
        fc.pre(word !== 'quick');
        expect(changes(text.replace('Quick', word))).toHaveLength(1);
      }),
      { numRuns: 40 },
    );
  });

  it('makes a void approval a message', () => {
    const approved = `${text}\n## Approvals\n\n| Role | Decision | Fingerprint |\n| --- | --- | --- |\n| Legal | approved | ${renderFingerprint(planOf(text))} |\n`;
    const plan = planOf(approved.replace('two seconds', 'three seconds'));
    checkPlan(plan, contextOf(plan, { settings: { ...contextOf(plan).settings, rules: { RP100: 'off' } } }));
    expect(messagesOf(plan).filter((message) => message.startsWith('RP060'))).toEqual([
      'RP060 14:3 Void approval of “Legal”: “Quick start” in “Included features” was added or changed since',
    ]);
  });
});
