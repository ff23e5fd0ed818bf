import { remembered } from './remembered.ts';

/**
 * Words as they look: without characters that nobody sees, accents and styles, and with letters of other scripts as the Latin ones
 * that they are drawn like (after Unicode TR 39, for the letters of English). Two texts that a person would take for each other have one form.
 */
export const lookAlike = remembered((text) => {
  // Stryker disable next-line ConditionalExpression,Regex: saves time only.
  const letters = /^\p{ASCII}*$/u.test(text) ? text.toLowerCase() : latinSigns(text);
  return letters.replace(/[l1|]/g, 'i').replace(/0/g, 'o');
});

function latinSigns(text: string): string {
  return latinLetters(
    text.normalize('NFKD').replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}\p{M}]/gu, ''),
  ).replace(/[∶꞉ː]/g, ':');
}

/** Small letters, and Latin ones for those of other scripts that are drawn like them. */
export function latinLetters(text: string): string {
  return text
    .replace(/[^\p{ASCII}]/gu, (letter) => CAPITALS.get(letter) ?? letter)
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, (letter) => LETTERS.get(letter) ?? letter);
}

/** Each Latin letter with what is drawn like it. Capitals may look like another letter than their small form. */
const CAPITALS = drawnLike('BΒВ EΕЕ HΗН KΚКК MΜМ NΝ PΡР TΤТ XΧХ YΥҮ ZΖ');
const LETTERS = drawnLike(
  'aаαɑᴀ🅐🅰 bьʙƅ🅑🅱 cсϲᴄ🅒🅲 dԁᴅ🅓🅳 eеεєᴇ🅔🅴 fꜰϝ🅕🅵 gɡɢց🅖🅶 hһʜհ🅗🅷 iіιıɪӏΙⅰ🅘🅸 jјϳᴊ🅙🅹 kκкᴋ🅚🅺 lʟⅼ🅛🅻 mмᴍⅿ🅜🅼 nոᴨηпɴ🅝🅽 oоοᴏօσ🅞🅾 pрρᴘ🅟🅿 qԛգ🅠🆀 rгʀᴦ🅡🆁 sѕꜱƨ🅢🆂 tтτᴛ🅣🆃 uυᴜսц🅤🆄 vνѵᴠ🅥🆅 wѡԝᴡω🅦🆆 xхχ🅧🆇 yуγʏү🅨🆈 zᴢ🅩🆉',
);

function drawnLike(table: string): Map<string, string> {
  return new Map(
    table.split(' ').flatMap((row) => {
      const [latin, ...others] = [...row] as [string, ...string[]];
      return others.map((other) => [other, latin] as const);
    }),
  );
}
