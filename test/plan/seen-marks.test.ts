import { describe, expect, test } from 'vitest';
import { planOf } from '../plans.ts';

/** What is told of a text for readers, by line. */
function told(text: string, heading = 'Summary'): string[] {
  return planOf(`## ${heading}\n\n${text}\n`).file.messages.flatMap(({ ruleId, line, reason }) =>
    ruleId === 'RP145' ? [`${line} ${reason}`] : [],
  );
}

describe('what hides nothing from readers is told of', () => {
  test.each([
    [
      'words that are struck out',
      'One ~~Sales wanted May~~.',
      '3 Doubtful struck-out words “Sales wanted May”',
    ],
    ['a link of a notes app', 'See [[Plan#Q3|it]].', '3 Doubtful `[[Plan#Q3|it]]`, which is no link here'],
    ['a picture of a notes app', '![[plan.png]]', '3 Doubtful `![[plan.png]]`, which is no link here'],
    ['a comment of Google Docs', 'Fast[a].\n\n[a]Is that so?', '5 Doubtful comment “[a]Is that so?”'],
    [
      'a comment of Word',
      'Fast. Commented [JD1]: sure?',
      '3 Doubtful comment “Fast. Commented [JD1]: sure?”',
    ],
    ['a comment of a programmer', 'One.\n\n// Ask Sales.', '5 Doubtful comment “// Ask Sales.”'],
    ['a block of the same', 'One.\n\n/* Ask Sales. */', '5 Doubtful comment “/* Ask Sales. */”'],
    [
      'the head of an e-mail',
      'From: Sales\nTo: all\nSent: today\n\nx',
      '3 Doubtful words of an e-mail “From: Sales”',
    ],
    ['one in German', 'Von: Sales\nBetreff: x', '3 Doubtful words of an e-mail “Von: Sales”'],
    [
      'an e-mail below',
      '-----Original Message-----\nx',
      '3 Doubtful words of an e-mail “-----Original Message-----”',
    ],
    [
      'an e-mail in a quote',
      '> On Mon, 3 May, Sales wrote:\n> x',
      '3 Doubtful words of an e-mail “On Mon, 3 May, Sales wrote:”',
    ],
  ])('%s', (_, text, message) => {
    expect(told(text)).toHaveLength(1);
    expect(told(text)[0]).toContain(message);
    expect(told(`- One\n\n${text.replace(/^(?=.)/gm, '  ')}`)[0]).toContain(message.slice(2));
  });

  test.each([
    ['gh', `p_${'a1'.repeat(18)}`],
    ['github', `_pat_${'a1'.repeat(11)}`],
    ['gl', `pat-${'a1'.repeat(10)}`],
    ['np', `m_${'a1'.repeat(18)}`],
    ['AK', `IA${'A1'.repeat(8)}`],
    ['AI', `za${'a-'.repeat(17)}a`],
    ['xo', `xb-${'1'.repeat(12)}-ab`],
    ['nt', `n_${'a1'.repeat(20)}`],
    ['sk', `_live_${'a1'.repeat(8)}`],
    ['sk', `-proj-${'a1'.repeat(10)}`],
    ['ey', `Jhbgci1234567890.eyJzdWIxMjM0NTY3ODkw.${'a1'.repeat(10)}`],
    ['-----BEGIN RSA PRI', 'VATE KEY-----'],
  ])('a key that begins with “%s”, which it does not repeat', (first, rest) => {
    const key = first + rest;
    const message = (line: number) =>
      `${line} Doubtful \`${key.slice(0, 8)}…\`, which looks like a key of a machine`;
    expect(told(`One.\nUse ${key} for it.`)).toEqual([message(4)]);
    expect(told(`Use \`${key}\`.`)).toEqual([message(3)]);
    expect(told(`\`\`\`sh\n\nA=${key}\n\`\`\``)).toEqual([message(5)]);
    if (!key.includes(' ')) expect(told(`[Here](https://example.com/?k=${key})`)).toEqual([message(3)]);
  });

  test('no key: what is too short, an example of Amazon, and a word that ends so', () => {
    const short = ['ghp_abc', 'sk_live_1', 'xoxb-1', 'AKIAIOSFODNN7EXAMPLE', `my-${'AKIA'}${'A1'.repeat(8)}`];
    expect(told(`${short.join(' ')} eyJhbgci1234567890.eyJz`)).toEqual([]);
  });

  test.each([
    'https://acme.slack.com/archives/C1/p2',
    'https://acme.atlassian.net/browse/TILL-1',
    'https://acme.atlassian.net/wiki/spaces/T/pages/1',
    'https://acme.sharepoint.com/sites/x',
    'https://docs.google.com/document/d/abc/edit?usp=sharing',
    'https://www.figma.com/file/abc/x',
    'https://linear.app/acme/issue/T-1',
    'https://trello.com/c/abc',
    'https://acme.lightning.force.com/x',
  ])('the link %s', (url) => {
    const host = new URL(url).hostname;
    const message = `3 Doubtful link to \`${host}\`, which most likely only members can open`;
    expect(told(`[x](${url})`)).toEqual([message]);
    expect(told(`See ${url}`)).toEqual([message]);
  });

  test('boxes of changes that are not ticked, which are no steps', () => {
    expect(told('- [x] Done\n- [ ] Ask Sales', 'Included features')).toEqual([
      '4 Doubtful open box before “Ask Sales”, which readers see as done',
    ]);
    expect(told('- [ ] Stop the till', 'Before you upgrade')).toEqual([]);
    expect(told('- [ ] Stop the till')).toEqual([]);
  });

  test('where it stands', () => {
    expect(told('Fast[a].\n[a]Is that so?')).toEqual([
      '4 Doubtful comment “[a]Is that so?”, which readers see',
    ]);
    expect(told('One,\ntwo [[x]].')).toEqual(['4 Doubtful `[[x]]`, which is no link here']);
    expect(told('Hello.\nFrom: Sales\nSubject: x')[0]).toContain(
      '4 Doubtful words of an e-mail “From: Sales”',
    );
  });

  test('in one line, and only where readers may see it', () => {
    expect(told(`~~${'long '.repeat(20)}x~~`)[0]).toHaveLength(
      '3 Doubtful struck-out words “, which readers see”'.length + 58,
    );
    expect(told('~~x~~', 'Risks')).toEqual([]);
  });
});

test.each([
  'The matrix [[1, 2]], and `[[x]]`',
  '[a](https://a.example) b',
  '[a] is the first',
  'From: Berlin\nOn the way',
  'From: 1.2\nTo: 2.0',
  'See http://a.example // or not',
  'https://docs.google.com/forms/d/e/abc/viewform',
  'https://docs.google.com/document/d/e/abc/pub',
  'https://slack.com/apps',
  'https://issues.apache.org/jira/browse/X-1',
  'https://github.com/acme/till/issues/1',
])('nothing is told of %j', (text) => {
  expect(told(text)).toEqual([]);
});
