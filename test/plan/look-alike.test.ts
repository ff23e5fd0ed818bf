import { describe, expect, test } from 'vitest';
import { latinLetters, lookAlike } from '../../src/plan/look-alike.ts';

describe('texts that a person takes for each other look alike', () => {
  test.each([
    ['in capitals', 'INTERNAL'],
    ['with accents', 'Ìñtérnål'],
    ['with accents by themselves', 'I\u0300nterna\u030Al'],
    ['with what nobody sees', 'In\u200Bter\u00ADn\uFE0Fal\u2060'],
    ['with a sign of direction', 'In\u202Ete\u200Frnal'],
    ['with a sign that only programs read', 'Inter\u{110BD}nal'],
    ['in wide letters', 'Ｉｎｔｅｒｎａｌ'],
    ['in a style', '𝕴𝖓𝖙𝖊𝖗𝖓𝖆𝖑'],
    ['in circles', '🅘🅝🅣🅔🅡🅝🅐🅛'],
    ['in squares', '🅸🅽🆃🅴🆁🅽🅰🅻'],
    ['in Cyrillic letters', 'Іпtеrпаӏ'],
    ['in Greek letters', 'Ιntεrnαι'],
    ['with digits and bars', '1nterna|'],
  ])('%s', (_, text) => {
    expect(lookAlike(text)).toBe('internai');
  });

  test('with digits for letters', () => {
    expect(lookAlike('l1|I i0oO')).toBe('iiii iooo');
    expect(lookAlike('２３４')).toBe('234');
  });

  test('with other colons', () => {
    expect(lookAlike('a∶ b꞉ cː d： e; f·')).toBe('a: b: c: d: e; f·');
  });

  test('whatever was asked before', () => {
    expect(['A', 'B', 'A', '', 'A'].map(lookAlike)).toEqual(['a', 'b', 'a', '', 'a']);
  });
});

test('a capital may look like another letter than its small form', () => {
  expect(latinLetters('ВНРСХУ')).toBe('bhpcxy');
  expect(latinLetters('внрсху')).toBe('внpcxy');
  expect(latinLetters('ΒΕΗΚΜΝΡΤΧΥΖ')).toBe('behkmnptxyz');
});

test('each Latin letter has others that are drawn like it', () => {
  for (const alike of [
    'αьсԁеꜰɡһіјкⅼмոоρԛгѕтսνѡхуᴢ',
    '🅐🅑🅒🅓🅔🅕🅖🅗🅘🅙🅚🅛🅜🅝🅞🅟🅠🅡🅢🅣🅤🅥🅦🅧🅨🅩',
    '🅰🅱🅲🅳🅴🅵🅶🅷🅸🅹🅺🅻🅼🅽🅾🅿🆀🆁🆂🆃🆄🆅🆆🆇🆈🆉',
  ])
    expect(latinLetters(alike)).toBe('abcdefghijklmnopqrstuvwxyz');
});

test('other letters and signs remain, small', () => {
  expect(latinLetters('Жд – ÄÖ 社内 🔒')).toBe('жд – äö 社内 🔒');
});
