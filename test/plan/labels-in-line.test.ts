import { describe, expect, it } from 'vitest';
import type { PlanKnownIssue } from '../../src/plan/plan.ts';
import { messagesOf, planOf } from '../plans.ts';
import { without } from './without.ts';

const issueOf = (item: string) =>
  without('place', planOf(`## Known issues\n\n${item}\n`).values.knownIssues) as PlanKnownIssue[];

describe('what is said of a known issue in the middle of its line', () => {
  it.each([
    '- **Printing twice.** Some do. Workaround: turn it off. Affects: Windows. Fixed in: 1.3.0',
    '- **Printing twice.** Some do. Affects: Windows. Workaround: turn it off. Fixed in v1.3.0.',
    '- **Printing twice.** Some do. **Workaround:** turn it off. **Affects**: Windows. Fixed in 1.3.0',
    '- Printing twice — Some do. Fixed in: 1.3.0. Workaround: turn it off. Affects: Windows.',
    '- **Printing twice.** Some do.\n  - Workaround: turn it off. Affects: Windows.\n  - Fixed in 1.3.0.',
    '### Printing twice\n\nSome do. Workaround: turn it off. Affects: Windows. Fixed in 1.3.0.',
    '<details>\n<summary>Printing twice</summary>\n\nSome do. Workaround: turn it off. Affects: Windows. Fixed in 1.3.0.\n\n</details>',
  ])('is read: %j', (item) => {
    const [issue, ...others] = issueOf(item);
    expect(others).toEqual([]);
    const plain = {
      ...issue,
      affects: issue?.affects?.replace(/\.$/, ''),
      workaround: issue?.workaround?.replace(/\.$/, ''),
    };
    expect(plain).toEqual({
      title: 'Printing twice',
      text: 'Some do.',
      workaround: 'turn it off',
      affects: 'Windows',
      fixedIn: '1.3.0',
    });
  });

  it('is read behind words that nobody set apart, with code and links in it', () => {
    expect(
      issueOf('- Receipts of `58 mm` are cut. Workaround: use [80 mm](https://a.example/). Found in 1.1.'),
    ).toEqual([
      {
        title: 'Receipts of `58 mm` are cut.',
        workaround: 'use [80 mm](https://a.example/).',
        discoveredIn: '1.1',
      },
    ]);
    expect(issueOf('- **Printing twice.** Discovered in 1.1.0. Fixed in 1.3.0-rc.1.')).toEqual([
      { title: 'Printing twice', discoveredIn: '1.1.0', fixedIn: '1.3.0-rc.1' },
    ]);
  });

  it('keeps other bullets, and gives what stands below a bullet to its last label', () => {
    expect(
      issueOf(
        '- **Printing twice**\n  - Some do. Workaround: turn it off:\n    - pull the plug\n  - Others do not.',
      ),
    ).toEqual([
      {
        title: 'Printing twice',
        text: '- Some do.\n- Others do not.',
        workaround: 'turn it off:\n\n- pull the plug',
      },
    ]);
  });

  it('keeps inside what is for those inside, and tells of it', () => {
    const plan = planOf(
      '## Known issues\n\n- **Lag.** At noon. Root cause: a race in the cache. Workaround: wait.\n',
    );
    expect(plan.values.knownIssues).toMatchObject([{ title: 'Lag', text: 'At noon.', workaround: 'wait.' }]);
    expect(messagesOf(plan)).toEqual([
      'RP124 3:3 Unexpected note beside the items of “Known issues”: “a race in the cache.”, which stays inside with “Lag”',
    ]);
  });

  it.each([
    'Some have a workaround: wait.',
    'Some have Workaround: wait.',
    'It was fixed in 1.2.0.',
    'Fixed in 1.3.0 for some.',
    'Fixed in 2 days.',
    'Sold in 1.3.0.',
    'See `1.2` Fixed in 1.3.0.',
    'As they say. Note: wait.',
  ])('is a text where it is not a sentence of its own: %s', (text) => {
    expect(issueOf(`- **Lag.** ${text}`)).toEqual([{ title: 'Lag', text }]);
  });

  it('is a text in what is quoted', () => {
    expect(issueOf('- **Lag.** At noon.\n\n  > Slow. Workaround: wait.')).toMatchObject([
      { title: 'Lag', text: 'At noon.\n\n> Slow. Workaround: wait.' },
    ]);
  });
});

it('reads what must be done, used instead and removed in the middle of the line of a change', () => {
  const plan = planOf(
    '## Deprecations\n\n- **Old keys.** They are short. Action required: print new ones. Use instead: long keys. Removed in: 3.0\n',
  );
  expect(plan.values.deprecations).toMatchObject([
    {
      title: 'Old keys',
      text: 'They are short.',
      action: 'print new ones.',
      replacement: 'long keys.',
      removal: '3.0',
    },
  ]);
});
