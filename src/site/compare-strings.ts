import { comparisonWords } from '../documents/public/comparison-words.ts';
import { withOwnWords } from './own-words.ts';

const own = typeof __SLIPWAY_STRINGS__ === 'undefined' ? {} : __SLIPWAY_STRINGS__;

/** What comparisons, registers by version and “Do I get this?” say, in the page and in the browser. Named `compare.…` in `site.yaml`. */
export const compareWords = {
  compare: {
    ...comparisonWords,
    heading: 'Compare two versions',
    lead: 'What lies between the version that you have and the one that you install: what you must do, what changes, what is still broken.',
    product: 'Product',
    channel: 'Channel',
    allChannels: 'Any',
    from: 'From',
    to: 'To',
    fromHint: 'your version',
    toHint: 'the newest',
    swap: 'Swap the versions',
    submit: 'Compare',
    onlyActions: 'Only what requires action',
    copyLink: 'Copy link',
    copyMarkdown: 'Copy as Markdown',
    checklist: 'Download as checklist',
    remember: 'This is my version',
    remembered: 'Remembered in this browser',
    copied: 'Copied',
    failed: 'The comparison could not be loaded. The pages below have the most common ones.',
    noScript: 'Comparing any two versions needs JavaScript. These pairs have pages of their own:',
    neighbours: 'From one release to the next',
    majors: 'From one major version to the next',
    wholeHistory: 'Older pairs have their pages, too: each release links to the one before.',
    noText: 'The title says it all.',
    groups: {
      breaking: 'Breaking',
      security: 'Security',
      deprecated: 'Deprecated',
      removed: 'Removed',
      added: 'New',
      changed: 'Improved',
      fixed: 'Fixed',
    },
    nothing: (from: string, to: string) => `Nothing has changed between ${from} and ${to}.`,
    noBreaking: (from: string, to: string) => `No breaking changes between ${from} and ${to}.`,
    noActions: 'Nothing of this requires action.',
    component: 'Component',
    compareWith: 'Compare with …',
    sinceThen: 'What has come since',
    adjust: 'Choose other versions',
    since: (name: string) => `Since ${name}`,
    sinceLead: (count: number) =>
      count === 1 ? '1 release has come since.' : `${count} releases have come since.`,
    upToDate: 'This is the newest release. There is nothing to do.',
    wholeComparison: (from: string, to: string) => `Everything from ${from} to ${to}`,
    moreActions: (count: number) => `${count} more in the whole comparison`,
    moreIssues: (count: number) =>
      count === 1
        ? '1 more in the register of known issues'
        : `${count} more in the register of known issues`,
    releasesSince: 'Releases since',
    olderReleases: (count: number) => (count === 1 ? 'and 1 before these' : `and ${count} before these`),
    mendedIn: (version: string) => `mended in ${version}`,
  },
  mine: {
    heading: 'Which are open in mine?',
    product: 'Product',
    version: 'My version',
    every: 'Every version',
    open: (count: number, version: string) =>
      count === 1 ? `1 known issue is open in ${version}.` : `${count} known issues are open in ${version}.`,
    openIn: 'Open in',
    span: (first: string, last: string) => `${first} to ${last}`,
  },
  availability: {
    heading: 'Do I get this?',
    region: 'Region',
    tier: 'Plan',
    channel: 'Where I use it',
    unsaid: 'Not said',
    local: 'Your answers stay in this browser.',
    share: 'Copy link with these answers',
    shared: 'Copied',
    countries: 'Countries',
    answers: { yes: 'Yes', 'not-yet': 'Not yet', no: 'No', unknown: 'That depends' },
    because: {
      released: 'It is out for everybody whom it is for.',
      'wave-done': 'Your wave has it.',
      'rolling-out': 'It is on its way to everybody in your wave.',
      'in-waves': 'It comes in waves, and yours is still to come.',
      paused: 'The roll-out is paused.',
      stopped: 'The roll-out was stopped.',
      planned: 'It is not out yet.',
      cancelled: 'It is no longer planned.',
      'taken-back': 'It was taken back, or is no longer supported.',
      excluded: 'It is not for you this time:',
      'not-included': 'It is for others this time.',
      'no-wave': 'No wave is planned where you are.',
      depends: 'What is published does not tell for sure.',
    },
    unknownRollOut: 'It is rolling out; nobody can tell from here whether you have it.',
    missing: (facts: string) => `Tell us more: ${facts}.`,
    unless: 'Not if this is you:',
    onlyIf: 'Only if this is you:',
    inChannel: (channel: string) => `Only in the channel ${channel}.`,
    otherwise: 'If all of that fits:',
    wave: (name: string) => `Your wave: ${name}.`,
    partly: (name: string) => `Some have it already: ${name}.`,
    expected: (date: string) => `Expected: ${date}.`,
    mine: 'Only what I have',
    mineHint:
      'Answer “Do I get this?” on the page of a release first; your answers are kept in this browser.',
  },
  deprecations: {
    announced: 'Announced',
    removal: 'Removal planned',
    daysLeft: (days: number) => (days === 1 ? '1 day left' : `${days} days left`),
    lastDay: 'ends today',
    asOf: (day: string) => `Days are counted from ${day}.`,
    removedIn: 'Removed in',
  },
  roadmapChanges: {
    title: 'Changes of the roadmap',
    lead: 'How the plan has changed, from one publication to the next.',
    none: 'The roadmap has not changed since it was first published.',
    noneHint: 'What is added, moved, delayed, dropped or shipped will stand here.',
    link: 'How the plan changed',
    feed: 'Feed of these changes',
    horizons: { now: 'Now', next: 'Next', later: 'Later' },
    what: { added: 'Added', moved: 'Moved', delayed: 'Delayed', dropped: 'Dropped', shipped: 'Shipped' },
    to: (horizon: string) => `under ${horizon}`,
    fromTo: (from: string, to: string) => `from ${from} to ${to}`,
  },
} as const;

const words = withOwnWords(compareWords, own);

export const compareStrings = words.compare;
export const mineStrings = words.mine;
export const availabilityStrings = words.availability;
export const deprecationStrings = words.deprecations;
export const roadmapChangeStrings = words.roadmapChanges;
