import { seeded } from './random.ts';

/** Makes sentences as people write them in release notes, the same for the same seed. */
export interface Prose {
  chance: (share: number) => boolean;
  pick: <T>(things: readonly T[]) => T;
  /** From `least` to `most`, both included. */
  number: (least: number, most: number) => number;
  title: () => string;
  sentences: (count: number) => string;
  /** A paragraph or two, with the Markdown that authors use. */
  text: () => string;
}

export function createProse(seed: number): Prose {
  const random = seeded(seed);
  const pick = <T>(things: readonly T[]): T => things[Math.floor(random() * things.length)] as T;
  const number = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const chance = (share: number) => random() < share;
  const title = () =>
    `${pick(OPENINGS)} the ${pick(ADJECTIVES)} ${pick(NOUNS)} ${pick(VERBS)} ${pick(NOUNS)} ${pick(ENDS)}`.trim();
  const sentence = () =>
    `${title()}, ${pick(JOINS)} ${pick(ADJECTIVES)} ${pick(NOUNS)} ${pick(VERBS)} ${chance(0.15) ? `\`${pick(NOUNS)}.${pick(NOUNS)}\`` : `the ${pick(NOUNS)}`} ${pick(ENDS)}`
      .trim()
      .concat('.');
  const sentences = (count: number) => Array.from({ length: count }, sentence).join(' ');
  const text = () => {
    const paragraph = sentences(number(1, 3));
    if (chance(0.7)) return paragraph;
    return `${paragraph}\n\n${pick([list, table, code, link])()}`;
  };
  const list = () =>
    Array.from({ length: number(2, 4) }, () => `- **${pick(NOUNS)}** ${pick(VERBS)} *${title()}*`).join('\n');
  const table = () =>
    `| ${pick(NOUNS)} | ${pick(NOUNS)} |\n| --- | --- |\n| ${title()} | ${number(1, 99)} |\n| ${title()} | ${number(1, 99)} |`;
  const code = () =>
    `\`\`\`json\n{ "${pick(NOUNS)}": { "${pick(NOUNS)}": ${number(1, 999)}, "${pick(NOUNS)}": "${pick(ADJECTIVES)}" } }\n\`\`\``;
  const link = () =>
    `See [${title()}](https://example.com/${pick(NOUNS)}/${number(1, 999)}) for the whole story.`;
  return { chance, pick, number, title, sentences, text };
}

const OPENINGS = ['Now', 'At last', 'Again', 'From today', 'On request', 'By default'];
export const VERBS =
  'shows hides keeps loses sends asks prints reads copies finds counts sorts opens closes moves waits warns'.split(
    ' ',
  );
export const NOUNS =
  'map list page button code price ride pass badge filter table export login session token card route report scanner receipt column header window theme dialog field label server client cache worker queue record backup calendar printer address payment refund voucher discount statement chart query index driver gateway wallet region country language'.split(
    ' ',
  );
export const ADJECTIVES =
  'new old long short wrong right late early slow fast shared private hidden empty broken large small second first last weekly daily monthly nested signed stale local remote public'.split(
    ' ',
  );
const JOINS = ['so that every', 'while a', 'because no', 'and any', 'until one', 'where the'];
export const ENDS = [
  'on tablets',
  'after a restart',
  'in dark mode',
  'for guests',
  'with two accounts',
  'at midnight',
  'when offline',
  'in Safari',
  'behind a proxy',
  'for large orders',
  'without a name',
  '',
];
