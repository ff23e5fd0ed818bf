import { describe, expect, test } from 'vitest';
import {
  beginsInternal,
  beginsWithLock,
  beginsWithWord,
  endsInternal,
  findNotes,
  findWord,
  isInternalMark,
  isInternalNote,
  isInternalTitle,
  isLabelledInternal,
  saysNote,
} from '../../src/plan/internal-mark.ts';
import { others, words } from './mark-words.ts';

describe('words that are a note', () => {
  test.each(words)('%s', (word) => {
    expect(isInternalMark(word)).toBe(true);
    expect(isInternalMark(`⚠️ (${word}): `)).toBe(true);
    expect(isInternalMark(`${word} x`)).toBe(false);
    for (const mark of [':', ' :', '：', ')', ']', '}', '】', '」', ' – x', ' — x', ' - x', '  --  x']) {
      expect(isLabelledInternal(`${word}${mark} ask Sales`), mark).toBe(true);
      expect(beginsInternal(`> ${word}${mark} ask Sales`), mark).toBe(true);
    }
    expect(isLabelledInternal(`  **[${word}: ask Sales`)).toBe(true);
    expect(isLabelledInternal(`x ${word}: ask Sales`)).toBe(false);
    for (const label of [
      `Note (${word}) –`,
      `Note (${word}) --`,
      `Note (${word}):`,
      `To do, today [ ${word} ] :`,
      `TODO(${word}):`,
    ])
      expect(isLabelledInternal(`${label} ask Sales`), label).toBe(true);
    expect(isInternalTitle(`Note (${word}): ask Sales`)).toBe(true);
    for (const label of [
      `Note (${word})`,
      `Note. Then (${word}):`,
      `Note (${word} x):`,
      `Seen ${word}):`,
      `${'x'.repeat(61)} (${word}):`,
    ])
      expect(isLabelledInternal(`${label} ask Sales`), label).toBe(false);
    for (const end of [
      `(${word})`,
      `[${word}]`,
      `{${word}}`,
      `{.${word}}`,
      `{#${word}}`,
      `, ${word}`,
      `: ${word}`,
      ` – ${word}!`,
      ` — ${word}`,
      ` - ${word}`,
    ])
      expect(isInternalTitle(`Why${end}`), end).toBe(true);
    expect(isInternalTitle(`Why ${word}`)).toBe(false);
    expect(isInternalTitle(`Why (${word}) so`)).toBe(false);
    expect(isInternalTitle(`Why–${word}`)).toBe(false);
  });
});

describe('words that are none', () => {
  test.each(others)('%s', (word) => {
    expect(isInternalMark(word)).toBe(false);
    expect(isLabelledInternal(`${word}: ask Sales`)).toBe(false);
    expect(isLabelledInternal(`${word} – ask Sales`)).toBe(false);
    expect(findNotes(`One. ${word}: ask Sales`)).toEqual([]);
    expect(isInternalTitle(`Why (${word})`)).toBe(false);
  });

  test('as no dash is one without space around it, and no word one without a sign', () => {
    for (const text of [
      'Internal links',
      'Internal–external',
      'Internal– x',
      'Internal –x',
      'Internal, x',
      'Internal',
    ])
      expect(isLabelledInternal(text), text).toBe(false);
  });
});

test('a text begins so behind signs, emoji and the word of an alert', () => {
  for (const text of [
    'Internal links',
    '⚠️ **Internal** x',
    '[!NOTE] Internal x',
    '> [!my-note_2]+ internal',
    '[!INTERNAL] x',
  ])
    expect(beginsInternal(text), text).toBe(true);
  for (const text of [
    'Internally',
    'Not internal',
    '[NOTE] Internal x',
    '[!NOTE x] Internal',
    '!NOTE] Internal',
    '1 Internal x',
    'b. Internal x',
    '12345. Internal x',
    'b)Internal x',
    '1.Internal x',
    'Internal2',
  ])
    expect(beginsInternal(text), text).toBe(false);
  for (const number of ['1.', '2.1', '2.1.', '10)', '(3)', 'iv)', 'IX.', 'b)', '1.2.3.4.5']) {
    expect(beginsInternal(`${number} Internal x`), number).toBe(true);
    expect(isLabelledInternal(`${number} Internal: x`), number).toBe(true);
    expect(isInternalMark(`${number} Internal`), number).toBe(true);
  }
  for (const title of [
    'Internal. Ask Sales',
    'A. Internal notes',
    'b. Internal',
    'C. internal: x',
    '⚠️ D. Internal',
  ])
    expect(isInternalTitle(title), title).toBe(true);
  for (const title of ['Why A. Internal notes', 'A.Internal notes', 'AB. Internal notes', '. Internally'])
    expect(isInternalTitle(title), title).toBe(false);
  expect(beginsInternal('Confidential computing')).toBe(false);
  expect(beginsInternal('Interne Links')).toBe(false);
});

test('a lock is a mark, as a sign and by its names', () => {
  for (const lock of [
    '🔒',
    '🔐',
    '🔏',
    '🔒\uFE0F',
    ':lock:',
    ':closed_lock_with_key:',
    ':lock_with_ink_pen:',
    ':locked:',
  ]) {
    expect(beginsInternal(`${lock} ask Sales`), lock).toBe(true);
    expect(beginsWithLock(`> ${lock} ask Sales`), lock).toBe(true);
    expect(isInternalMark(` ${lock} `), lock).toBe(true);
    expect(isInternalMark(`${lock} x`), lock).toBe(false);
    expect(isInternalTitle(`Why ${lock}`), lock).toBe(true);
    expect(isInternalTitle(`Why ${lock} so`), lock).toBe(false);
    expect(saysNote(`${lock} x`), lock).toBe(true);
  }
  for (const text of ['🔓 x', 'lock: x', 'Ask 🔒', 'Internal: x'])
    expect(beginsWithLock(text), text).toBe(false);
});

test('the word alone is a label as a sentence, and with those whom it is for', () => {
  for (const text of [
    'Internal. Ask Sales',
    'Internal only! Ask Sales',
    'For internal use only; ask Sales',
    'Internal !! Ask Sales',
    'Internal (Sales): ask',
    'Internal[Sales, Legal] : ask',
    `Internal (${'x'.repeat(40)}): ask`,
    `${'𠮷'.repeat(60)}(internal): ask`,
    'Internal only (Sales) – ask',
    'Internal [Sales] - ask',
    'Internal—ask Sales',
    'Internal⸺ask Sales',
    'Internal∶ ask',
    'Internal꞉ ask',
    'Internalː ask',
    '🅘🅝🅣🅔🅡🅝🅐🅛: ask',
    '🅸🅽🆃🅴🆁🅽🅰🅻: ask',
  ])
    expect(isLabelledInternal(text), text).toBe(true);
  for (const text of [
    'Internal.',
    'Internal.example has moved',
    'Not public. The address has moved',
    'Internal (Sales) ask',
    `Internal (${'x'.repeat(41)}): ask`,
    'Internal (Sales\nLegal): ask',
    'Internal, external',
  ])
    expect(isLabelledInternal(text), text).toBe(false);
});

describe('words that end so', () => {
  test.each([
    'Caches (internal)',
    'Caches (Internal only).',
    'Caches [for internal use] ',
    'Caches {.internal}',
    'Caches {: .internal }',
    'Caches {#internal}**',
    'Ask Sales – internal only',
    'Ask Sales -- for internal use only!',
    'Ask Sales — internal-only',
    'Ask Sales #internal',
    'テスト（社内）',
    'テスト【社内】',
    'テスト「社内」',
    'Caches (internal!)',
    'Caches (internal. )',
    'Caches, internal only',
    'Caches, for internal use only',
    'Ask Sales @internal',
  ])('%s', (text) => {
    expect(endsInternal(text)).toBe(true);
    expect(endsInternal(`${text} x`)).toBe(false);
  });

  test.each([
    'Caches (external and internal)',
    'Caches, internal',
    'Caches – internal',
    'Caches –internal only',
    'Caches internal only',
    'Caches,internal only',
    'Caches (internal, x)',
    'a@internal',
    'Caches (internals)',
    'a#internal',
    'Caches #internals',
    'Passwords 🔒',
  ])('but not: %s', (text) => {
    expect(endsInternal(text)).toBe(false);
  });
});

test('words are a note by how they begin or end', () => {
  for (const text of ['Internal: ask Sales', 'Note (internal): ask Sales', 'Ask Sales (internal)'])
    expect(isInternalNote(text), text).toBe(true);
  for (const text of ['Ask Sales', 'Internal links', 'Ask (internal) Sales'])
    expect(isInternalNote(text), text).toBe(false);
});

test('the word behind a lock is a note, whatever follows it', () => {
  for (const text of [
    '🔒 Internal plan',
    '🔐 **internal** x',
    ':lock: Internal plan',
    '🔒 · Internal',
    '🔒Internal, x',
  ])
    expect(isLabelledInternal(text), text).toBe(true);
  for (const text of [
    '🔒 Internals',
    '🔒 internal_id',
    '🔒 The internal plan',
    '🔒 Passwords',
    'Internal plan',
    'x 🔒 Internal plan',
  ])
    expect(isLabelledInternal(text), text).toBe(false);
});

test('a title ends so, too, with attributes and with a hash', () => {
  for (const title of [
    'Why {visibility=internal}',
    'Why {data-internal}',
    'Why {a internal b}',
    'Why #internal',
  ])
    expect(isInternalTitle(title), title).toBe(true);
  for (const title of [
    'Why {% x internal %}',
    'Why {internals}',
    'Why {myinternal}',
    'Why {internal} so',
    'Why internal}',
  ])
    expect(isInternalTitle(title), title).toBe(false);
});

test('the word alone is a mark with those whom it is for', () => {
  for (const text of ['Internal (Sales)', 'Internal [do not publish].', `Internal (${'x'.repeat(40)})`])
    expect(isInternalMark(text), text).toBe(true);
  for (const text of [
    'Internal (Sales) x',
    `Internal (${'x'.repeat(41)})`,
    'Internal (a\nb)',
    'Internal Sales)',
  ])
    expect(isInternalMark(text), text).toBe(false);
});

test('words begin with the word in any language, whatever follows', () => {
  for (const text of [
    'Internal rollout plan',
    'Interner Plan',
    '1. internal plan',
    '**Nota interna** x',
    '社内',
  ])
    expect(beginsWithWord(text), text).toBe(true);
  for (const text of ['International', 'internal_error', 'An internal plan', 'Interned', ''])
    expect(beginsWithWord(text), text).toBe(false);
});

test('words say it in the middle of a sentence', () => {
  expect(findWord('Words, internal: x')).toBe(7);
  expect(findWord('🚀½ a – for internal use :')).toBe(8);
  expect(findWord('Internal: x')).toBe(0);
  for (const text of [
    'Words',
    'Words internally: x',
    'xinternal: y',
    'ßinternal: y',
    'a internal:x',
    'internal x',
  ])
    expect(findWord(text), text).toBe(-1);
});

test('a tag of code is a label', () => {
  expect(isLabelledInternal('@internal ask Sales')).toBe(true);
  expect(isLabelledInternal('@internals')).toBe(false);
  expect(isLabelledInternal('#internal ask Sales')).toBe(false);
});

test('words say that a note is meant, or only what is internal', () => {
  for (const text of [
    'Internal',
    'Internal: x',
    'Internal!',
    'Internal notes',
    'Internal  notes x',
    '(Internal)',
    'Internal use of it',
  ])
    expect(saysNote(text), text).toBe(true);
  for (const text of ['Internal links', 'Internal notebooks', 'x Internal', 'Internals', 'Confidential'])
    expect(saysNote(text), text).toBe(false);
});

describe('notes within a text', () => {
  /** The text with what is found between angle brackets. */
  const shown = (text: string) =>
    findNotes(text).reduceRight(
      (rest, { from, to }) => `${rest.slice(0, from)}<${rest.slice(from, to)}>${rest.slice(to)}`,
      text,
    );

  test.each([
    ['a line', 'One.\nInternal: two\nthree', 'One.<\nInternal: two\nthree>'],
    ['a line behind signs', 'One\n  ** (Internal) two', 'One<\n  ** (Internal) two>'],
    ['an empty line between', 'One\n\nInternal – two', 'One\n<\nInternal – two>'],
    ['a sentence', 'One. Internal: two. Three.', 'One.< Internal: two. Three.>'],
    ['a sentence behind any of its ends', 'One! Internal: two', 'One!< Internal: two>'],
    ['a question', 'One?  **Internal: two', 'One?<  **Internal: two>'],
    ['a part of a sentence', 'One; internal: two', 'One;< internal: two>'],
    ['a label', 'One: internal: two', 'One:< internal: two>'],
    ['words behind a bar', 'One | internal: two', 'One <| internal: two>'],
    ['what goes on', 'One… internal: two', 'One…< internal: two>'],
    ['a sentence that ends in quotation marks', 'One.”’ Internal: two', 'One.”’< Internal: two>'],
    [
      'a sentence that ends in brackets and emphasis',
      'One.")]}»*_ Internal: two',
      'One.")]}»*_< Internal: two>',
    ],
    ['a sentence of wide signs', '文章。社内：メモ', '文章。<社内：メモ>'],
    ['a sentence of wide signs with a gap', '文章。 社内：メモ', '文章。< 社内：メモ>'],
    ['a wide question', '文章？社内：メモ', '文章？<社内：メモ>'],
    ['a wide call', '文章！社内：メモ', '文章！<社内：メモ>'],
    ['letters that are several', 'ﬁne ½. Internal: two', 'ﬁne ½.< Internal: two>'],
    ['letters that are more than one unit', '🚀🚀. Internal: two', '🚀🚀.< Internal: two>'],
    ['brackets', 'One (internal: two) three', 'One <(internal: two)> three'],
    [
      'square brackets with brackets in them',
      'One [Internal – a [b] (c d] three',
      'One <[Internal – a [b] (c d]> three',
    ],
    ['braces behind signs', 'One {** internal note: two} three', 'One <{** internal note: two}> three'],
    ['brackets behind a sentence', 'One. (internal: two) three', 'One. <(internal: two)> three'],
    ['several brackets', '(internal: a) b (internal: c)', '<(internal: a)> b <(internal: c)>'],
    [
      'brackets in brackets',
      'One (internal: (internal: two) x) three',
      'One <(internal: (internal: two) x)> three',
    ],
    ['tags in brackets', 'One [internal]two[/internal] three', 'One <[internal]two[/internal]> three'],
    ['tags at the end', 'One {internal}two\n(three){/internal}', 'One <{internal}two\n(three){/internal}>'],
    ['a directive', 'One :internal[two] three', 'One <:internal[two] three>'],
    ['a directive of a block', '::internal{two} three', '<::internal{two} three>'],
    ['a sentence behind a sign', 'One ✅ Internal: two', 'One ✅< Internal: two>'],
    ['a sentence behind an arrow', 'One → internal: two', 'One →< internal: two>'],
    ['a sentence behind a bullet', 'One • internal: two', 'One •< internal: two>'],
    ['brackets with a long dash', 'One (internal—two) three', 'One <(internal—two)> three'],
    [
      'brackets with letters of two units',
      'One (internal: 🚀🚀 two) three',
      'One <(internal: 🚀🚀 two)> three',
    ],
    ...['（）', '［］', '｛｝', '【】', '「」', '『』', '〔〕'].map(([opening, closing]) => [
      `brackets such as ${opening}${closing}`,
      `One${opening}社内：two${closing}three`,
      `One<${opening}社内：two${closing}>three`,
    ]),
    ['brackets without an end', 'One (internal: (two) three', 'One <(internal: (two) three>'],
    [
      'brackets before a sentence',
      'One (internal: two). Internal: three',
      'One <(internal: two)>.< Internal: three>',
    ],
  ])('%s', (_, text, found) => {
    expect(shown(text)).toBe(found);
  });

  test.each([
    'Internal: one',
    'One internal: two',
    'One, internal: two',
    'One.Internal: two',
    'One. An internal: two',
    'One. Internal links: two',
    'One (internal) two',
    'One (internal-external: x)',
    'One (an internal: x)',
    'One (x (internally: y))',
    'One\nx Internal: two',
    'One [internal] two',
    'One [internal] two [/external]',
    'One x:internal[two]',
    'One :internal two',
    'One [/internal]',
  ])('are none in “%s”', (text) => {
    expect(findNotes(text)).toEqual([]);
  });

  test('are found in time that grows with the text', () => {
    const start = process.cpuUsage();
    for (const piece of [')', '(internal: ', '\n*', '. ', '.)', '( ', '🔒\n', 'Internal'])
      findNotes(`${piece.repeat(20_000)}. Internal: x`);
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(3_000);
  });
});

test('titles are understood in time that grows with them', () => {
  const start = process.cpuUsage();
  for (const piece of ['{internal ', 'internal ', '🔒', '(internal '])
    isInternalTitle(`Why {${piece.repeat(4_000)}x`);
  expect(process.cpuUsage(start).user / 1_000).toBeLessThan(1_000);
});
