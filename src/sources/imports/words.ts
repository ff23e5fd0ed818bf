import type { Kind } from '../../release/vocabulary.ts';

/** What a heading of a changelog says of the items below it. */
export type Heading =
  Kind | 'breaking' | 'issues' | 'upgrade' | 'major' | 'minor' | 'patch' | 'people' | 'any';

/** `undefined` for a heading that means nothing here. Emoji, numbers and signs do not count. */
export function headingOf(text: string): Heading | undefined {
  const words = normalise(text);
  return [...HEADINGS, ...HINTS].find(([pattern]) => pattern.test(words))?.[1];
}

/** True for words that are nothing but such a heading: “Bug fixes”. */
export function namesHeading(text: string): boolean {
  const words = normalise(text);
  return HEADINGS.some(([pattern]) => pattern.test(words));
}

/** The kind that the first word of an item says: “Fixes a crash” is a fix. */
export function kindOfVerb(text: string): Kind | undefined {
  const [word = ''] = normalise(text).split(' ');
  return VERBS.find(([pattern]) => pattern.test(word))?.[1];
}

const HEADINGS: readonly (readonly [RegExp, Heading])[] = [
  [/^breaking( changes?)?$|^backwards? incompatib|^incompatible changes?$/, 'breaking'],
  [/^major changes?$/, 'major'],
  [/^minor changes?$/, 'minor'],
  [/^patch changes?$/, 'patch'],
  [
    /^(added|add|additions?|features?|new features?|new|what s new|highlights|enhancements? and features?)$/,
    'added',
  ],
  [/^(fixed|fix|fixes|bug ?fix(es)?|bugs|bugs fixed|resolved( issues)?)$/, 'fixed'],
  [/^(security|security (fixes|updates|advisories))$/, 'security'],
  [/^(deprecated|deprecations?)$/, 'deprecated'],
  [/^(removed|removals?)$/, 'removed'],
  [/^known (issues?|limitations?|bugs)$/, 'issues'],
  [
    /^(upgrad(e|ing)|migrat(e|ion|ing))( notes?| guide| steps?)?$|^before you upgrade$|^upgrade impact$/,
    'upgrade',
  ],
  [
    /^(changed|enhancements?|improvements?|improved|performance( improvements?)?|(code )?refactor(ing|ings)?|reverts?|reverted|documentation|docs|styles?|tests?|build( system)?|continuous integration|ci|chores?|miscellaneous( chores)?|dependencies|dependency updates?|updated|other( changes)?|maintenance)$/,
    'changed',
  ],
  [/^(what s changed|changes|changelog|release notes|notable changes|all changes|updates?)$/, 'any'],
];

/** Words that tell a heading of many words: “Exciting new features”. */
const HINTS: readonly (readonly [RegExp, Heading])[] = [
  [/\b(contributors|thanks|credits)\b/, 'people'],
  [/\bbreaking\b/, 'breaking'],
  [/\bknown issues\b/, 'issues'],
  [/\bsecurity\b/, 'security'],
  [/\b(bug|bugs|fixes|fixed)\b/, 'fixed'],
  [/\b(deprecations?|deprecated)\b/, 'deprecated'],
  [/\b(removals?|removed)\b/, 'removed'],
  [/\b(features?|additions)\b/, 'added'],
  [/\b(enhancements?|improvements?|dependencies|documentation|performance|maintenance)\b/, 'changed'],
];

const VERBS: readonly (readonly [RegExp, Kind])[] = [
  [
    /^(add(s|ed|ing)?|introduc(e|es|ed|ing)|new|implement(s|ed)?|support(s|ed)?|allow(s|ed)?|enabl(e|es|ed)|creat(e|es|ed))$/,
    'added',
  ],
  [/^(fix(es|ed|ing)?|resolv(e|es|ed)|correct(s|ed)?|repair(s|ed)?|prevent(s|ed)?|bug|bugfix)$/, 'fixed'],
  [/^(remov(e|es|ed|ing)|delet(e|es|ed)|drop(s|ped)?)$/, 'removed'],
  [/^(deprecat(e|es|ed|ing))$/, 'deprecated'],
  [
    /^(updat(e|es|ed)|upgrad(e|es|ed)|improv(e|es|ed)|chang(e|es|ed)|refactor(s|ed)?|renam(e|es|ed)|mov(e|es|ed)|bump(s|ed)?|increas(e|es|ed)|reduc(e|es|ed)|revert(s|ed)?|optimi[sz](e|es|ed)|simplif(y|ies|ied))$/,
    'changed',
  ],
];

function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}
