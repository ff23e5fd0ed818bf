import { describe, expect, it } from 'vitest';
import { checkGate, type Gate } from '../../src/plan/gates.ts';
import { renderFingerprint } from '../../src/plan/fingerprint.ts';
import { planOf } from '../plans.ts';

/** What is in the way, as `line reason`. */
const faultsOf = (gate: Gate, markdown: string) =>
  checkGate(gate, planOf(markdown))
    .conditions.filter(({ passed }) => !passed)
    .flatMap(({ says }) => says.map(({ text, place }) => `${place?.line ?? '-'} ${text}`));

const ready = [
  '---\ntitle: T\nid: t\ntarget: 2026-12-08\n---\n',
  '## Target audience\n\n- Kiosks\n',
  '## Included features\n\n- Quick start\n',
  '## Marketing materials\n\n- Guide\n  - State: ready\n- Film\n  - State: cancelled\n',
  '## Announcements\n\n- Shops\n  - Send on: 2026-11-27\n',
  '## Approvals\n\n- Product manager: approved, 2026-11-02\n- Legal: approved, 2026-11-03\n',
].join('\n');

const done = [
  '---\ntitle: T\nid: t\nstatus: released\nreleased: 2026-06-01\nvisibility: public\n---\n',
  '## Metrics\n\n- Adoption\n  - Target: 30 %\n',
  '## Included features\n\n- Quick start\n',
  '## Components\n\n- Till\n  - From: 1\n  - To: 2\n',
  '## Waves\n\n- All\n  - State: done\n',
  '## Validation\n\n### Metric actuals\n\n- Adoption: 34 %\n',
  '### Issues and mitigations\n\n- **Frozen tills.** Restarted.\n',
].join('\n');

describe('gate G1', () => {
  it('lets a complete plan pass, and says why', () => {
    const result = checkGate('g1', planOf(ready));
    expect(result.passed).toBe(true);
    expect(result.conditions.map(({ says }) => says[0]?.text)).toEqual([
      '1 change',
      'Expected 2026-12-08',
      'Kiosks',
      'Approved by Product manager, Legal',
      '1 material ready',
      '1 announcement',
    ]);
  });

  it.each([
    ['- Quick start', 'None', '11 No change is named'],
    ['target: 2026-12-08\n', '', '- There is no target, and no wave has a start'],
    ['- Kiosks', 'TBD', '7 Nobody is named whom it is for'],
    ['State: ready', 'State: draft', '17 “Guide” is draft'],
    ['Legal: approved, 2026-11-03', 'Legal: rejected', '30 “Legal” is rejected'],
    ['Send on: 2026-11-27', 'Channel: E-mail', '24 No announcement has a day'],
  ])('is shut where %j is %j, with the line', (text, change, fault) => {
    expect(faultsOf('g1', ready.replace(text, change))).toEqual([fault]);
  });

  it('is shut by an approval of what the plan no longer is, with the line that changed', () => {
    const approved = ready.replace(
      '- Legal: approved, 2026-11-03',
      `- Legal\n  - Decision: approved\n  - Fingerprint: ${renderFingerprint(planOf(ready))}`,
    );
    expect(faultsOf('g1', approved)).toEqual([]);
    expect(faultsOf('g1', approved.replace('Quick start', 'Slow start'))).toEqual([
      '13 “Legal” approved another plan: “Slow start” in “Included features” was added or changed since',
    ]);
  });

  it('goes by what each role decided last', () => {
    const again = ready.replace(
      '- Legal: approved, 2026-11-03',
      '- Legal: rejected\n- Legal: approved, 2026-11-05',
    );
    expect(faultsOf('g1', again)).toEqual([]);
    expect(
      faultsOf('g1', again.replace('rejected\n- Legal: approved', 'approved\n- Legal: rejected')),
    ).toEqual(['31 “Legal” is rejected']);
  });

  it('is shut for an empty plan by every condition', () => {
    expect(faultsOf('g1', '# T\n')).toHaveLength(6);
  });
});

describe('gate G2', () => {
  it('lets a complete release pass', () => {
    expect(faultsOf('g2', done)).toEqual([]);
    expect(checkGate('g2', planOf(done)).conditions.map(({ says }) => says[0]?.text)).toEqual([
      'Released on 2026-06-01',
      '1 change, 1 component',
      '1 metric measured',
      '1 issue answered',
    ]);
  });

  it.each([
    ['status: released', 'status: rolling out', '4 The status is rolling out'],
    ['State: done', 'State: running', '26 Wave “All” is running'],
    ['visibility: public', 'visibility: internal', '6 The plan is internal, so customers see no changelog'],
    ['  - To: 2\n', '', '18 Component “Till” has no new version'],
    ['- Adoption: 34 %', '- Revenue: 3 %', '11 “Adoption” has no measured value'],
    ['**Frozen tills.** Restarted.', 'Frozen tills', '37 Nothing was done about “Frozen tills”'],
    ['- **Frozen tills.** Restarted.', 'TBD', '35 Nothing is said about issues; “None” is an answer'],
  ])('is shut where %j is %j, with the line', (text, change, fault) => {
    expect(faultsOf('g2', done.replace(text, change))).toEqual([fault]);
  });

  it('names a metric once that a goal and the section of metrics share', () => {
    const goal = '## Objectives\n\n- Used\n  - Metric: Adoption\n  - Target: 30 %\n';
    expect(faultsOf('g2', `${done.replace('- Adoption: 34 %', '- Revenue: 3 %')}\n${goal}`)).toHaveLength(1);
  });

  it('takes “None” for an answer about issues', () => {
    expect(faultsOf('g2', done.replace('- **Frozen tills.** Restarted.', 'None'))).toEqual([]);
  });
});
