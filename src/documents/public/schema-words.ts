import type { Change, Initiative, KnownIssue, MaintenanceWindow, Release } from '../../release/release.ts';

/** What the JSON Schemas say of each field. A field without its words is a compile error. */
type Words<T> = Record<keyof T, string>;

export const releaseWords: Words<Release & { url: string }> = {
  url: 'The page of the release.',
  id: 'Given once; it never changes, whatever becomes of title, version or address.',
  title: 'Plain text.',
  product: 'The id of one of the products.',
  version: 'As the product numbers it: semantic, by date, a plain number or a name.',
  channel: 'Where it is distributed; stable where absent.',
  status:
    'How far it is. Releases that customers do not have yet are planned, in development, approved or delayed.',
  stage: 'How mature it is.',
  reason: 'Markdown. Why it is delayed, paused, rolled back, yanked, cancelled or at its end.',
  released: 'The day on which it shipped, in the time zone of the site.',
  publishAt: 'It was not public before this moment.',
  edited:
    'The day on which its text was last corrected after publication, and what was corrected, in Markdown.',
  expected: 'When it is expected, as vague as it is public: a day, a month, a quarter (2026-Q4) or a year.',
  confidence: 'How certain that date is.',
  dates:
    'How often that day was moved or taken back since it was first public, and the last one where none is told any more.',
  horizon: 'Where it stands on the roadmap.',
  initiative: 'The id of the initiative that it is a part of.',
  theme: 'The id of one of the themes.',
  locale: 'The language of its texts, BCP 47; that of the site where absent.',
  translatedFrom: 'The language of the original, where this is a translation.',
  untranslated: 'Parts of a translated release that stay in the language of the original.',
  aliases: 'Other names that lead to its page.',
  formerly: 'Addresses that it had before; each leads to its page.',
  summary: 'Markdown. One to three sentences for customers.',
  upgrade: 'What has to be done before the upgrade, in this order.',
  highlights: 'Markdown.',
  changes: 'What is different.',
  knownIssues: 'What is known to be wrong with it.',
  components: 'Parts of the product and their versions, before and after.',
  downloads: 'Files; sizes in bytes.',
  audience: 'Who gets it and who does not; the lists are for comparing, the texts for reading.',
  waves: 'The steps of the roll-out; shares in per cent of those whom the release is for.',
  maintenance: 'Work that interrupts something.',
  cancelledMaintenance: 'Such work that was called off.',
  faq: 'Questions and answers; answers in Markdown.',
  materials: 'Where to read more.',
  extras: 'Other sections that are public; texts in Markdown.',
};

export const changeWords: Words<Change> = {
  id: 'Given once; it is the anchor of the change on the page of its release.',
  kind: 'What sort of change it is; whether it breaks something is said apart.',
  title: 'Inline Markdown.',
  text: 'Markdown.',
  purpose: 'Markdown. What it is good for.',
  component: 'The part of the product that it belongs to.',
  breaking: 'Present where something that worked before may not work any more.',
  action: 'Markdown. What a customer must do because of it.',
  removal: 'For deprecations: when support ends, as a date or a version.',
  replacement: 'Markdown. What to use instead.',
  links: 'Where to read more.',
  locale: 'The language of its texts, where that is another than the one of the release.',
  untranslated: 'Texts that stay in the language of the original, where the title is translated.',
};

export const issueWords: Words<KnownIssue> = {
  id: 'Given once.',
  title: 'Inline Markdown.',
  text: 'Markdown.',
  affects: 'Whom or what it concerns.',
  workaround: 'Markdown.',
  discoveredIn: 'The version in which it was first seen; that of its release where absent.',
  fixedIn: 'The version in which it is gone.',
  locale: 'The language of its texts, where that is another than the one of the release.',
  untranslated: 'Texts that stay in the language of the original, where the title is translated.',
};

export const windowWords: Words<MaintenanceWindow> = {
  id: 'Given once.',
  start: 'RFC 3339.',
  end: 'RFC 3339.',
  zone: 'The IANA time zone that the times are shown in.',
  revision: 'How often it was moved since it was first public.',
  impact: 'Markdown.',
  affected: 'What cannot be used as usual.',
};

export const initiativeWords: Words<Initiative & { url: string }> = {
  url: 'The page of the initiative.',
  id: 'Given once.',
  title: 'Plain text.',
  horizon: 'Now, next or later; no promise.',
  problem: 'Markdown. What is worth solving.',
  outcome: 'Markdown. What is wanted.',
  text: 'Markdown.',
  theme: 'The id of one of the themes.',
  product: 'The id of one of the products; all of them where absent.',
  stage: 'How mature it is.',
  updated: 'The day on which it was last looked at.',
  dropped: 'Markdown. Given up, and why.',
  locale: 'The language of its texts, BCP 47; that of the site where absent.',
  translatedFrom: 'The language of the original, where this is a translation.',
  untranslated: 'Parts of a translated initiative that stay in the language of the original.',
  formerly: 'Addresses that it had before; each leads to its page.',
};
