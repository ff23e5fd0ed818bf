import { confidences, horizons, stages, statuses } from '../release/vocabulary.ts';
import { profiles } from './profiles.ts';
import { remembered } from './remembered.ts';

/**
 * The fields of a plan: keys of its front matter, properties of its Notion page. This table is the format; readers, the wall,
 * templates, schemas and documents all come from it.
 *
 * - `line`: one line of text · `text`: Markdown · `lines`: a list of lines
 * - `choice`: one of `options` · `choices`: some of `options`
 * - `id`: small letters, digits and dashes · `version`: text, never a number
 * - `day`: 2026-11-18 · `date`: 2026-11-18, 2026-11, 2026-Q4 or 2026 · `moment`: a day with a time
 */
export type FieldForm =
  'line' | 'text' | 'lines' | 'choice' | 'id' | 'ids' | 'version' | 'day' | 'date' | 'moment';

export interface Field {
  key: string;
  label: string;
  aliases?: readonly string[];
  form: FieldForm;
  options?: readonly string[];
  /** `public` fields are copied by the wall; `steers` decide what is published; `never` stay inside. */
  audience: 'public' | 'steers' | 'never';
  hint: string;
}

export const visibilities = ['internal', 'public'] as const;
export const precisions = ['day', 'month', 'quarter', 'year'] as const;

export const fields = [
  {
    key: 'title',
    label: 'Title',
    aliases: ['name', 'release name'],
    form: 'line',
    audience: 'public',
    hint: 'What the release is, in the customer’s words.',
  },
  {
    key: 'id',
    label: 'ID',
    aliases: ['release id', 'plan id'],
    form: 'id',
    audience: 'public',
    hint: 'Given once and never changed; anchors and feed ids come from it.',
  },
  {
    key: 'profile',
    label: 'Profile',
    aliases: ['plan type', 'release type'],
    form: 'choice',
    options: profiles,
    audience: 'steers',
    hint: 'Which sections this plan must fill.',
  },
  {
    key: 'product',
    label: 'Product',
    form: 'line',
    audience: 'public',
    hint: 'The id or name of a product in site.yaml.',
  },
  {
    key: 'version',
    label: 'Version',
    aliases: ['release version', 'version number'],
    form: 'version',
    audience: 'public',
    hint: 'In quotation marks: "1.10" is not 1.1.',
  },
  {
    key: 'channel',
    label: 'Channel',
    aliases: ['release channel', 'track'],
    form: 'line',
    audience: 'public',
    hint: 'stable, beta, nightly … stable where nothing is said.',
  },
  {
    key: 'status',
    label: 'Status',
    aliases: ['state', 'release status'],
    form: 'choice',
    options: statuses,
    audience: 'public',
    hint: 'How far the release has come.',
  },
  {
    key: 'reason',
    label: 'Reason',
    aliases: ['public reason', 'delay reason', 'status reason'],
    form: 'text',
    audience: 'public',
    hint: 'For customers: why it is delayed, paused, rolled back, yanked, cancelled or at its end.',
  },
  {
    key: 'stage',
    label: 'Stage',
    aliases: ['maturity'],
    form: 'choice',
    options: stages,
    audience: 'public',
    hint: 'How mature it is for those who get it.',
  },
  {
    key: 'visibility',
    label: 'Visibility',
    form: 'choice',
    options: visibilities,
    audience: 'steers',
    hint: 'internal until you say public.',
  },
  {
    key: 'publish',
    label: 'Publish',
    aliases: ['publish sections', 'also publish'],
    form: 'lines',
    audience: 'steers',
    hint: 'Opt-in sections that may become public, by heading.',
  },
  {
    key: 'horizon',
    label: 'Horizon',
    form: 'choice',
    options: horizons,
    audience: 'public',
    hint: 'now, next or later on the roadmap.',
  },
  {
    key: 'initiative',
    label: 'Initiative',
    form: 'id',
    audience: 'public',
    hint: 'The roadmap item that this release delivers: the name of its file.',
  },
  {
    key: 'theme',
    label: 'Theme',
    form: 'line',
    audience: 'public',
    hint: 'The id or name of a theme in site.yaml.',
  },
  {
    key: 'target',
    label: 'Target',
    aliases: ['target date', 'due', 'due date', 'planned date', 'eta'],
    form: 'date',
    audience: 'public',
    hint: 'When it is expected. Readers see it only as precisely as site.yaml’s roadmap.dates allows.',
  },
  {
    key: 'confidence',
    label: 'Confidence',
    form: 'choice',
    options: confidences,
    audience: 'public',
    hint: 'How sure the target is.',
  },
  {
    key: 'precision',
    label: 'Precision',
    form: 'choice',
    options: precisions,
    audience: 'public',
    hint: 'Tell the target no more precisely than this.',
  },
  {
    key: 'released',
    label: 'Released',
    aliases: ['release date', 'released on', 'date', 'shipped'],
    form: 'day',
    audience: 'public',
    hint: 'The day it shipped.',
  },
  {
    key: 'publishAt',
    label: 'Publish at',
    aliases: [
      ...['embargo', 'embargoed', 'embargo until', 'embargoed until', 'embargo date', 'not before'],
      ...['publish after', 'publish on', 'publish from', 'publish date', 'publishing date'],
      ...['publication date', 'published at', 'published on', 'public from', 'visible from'],
    ],
    form: 'moment',
    audience: 'public',
    hint: 'Nothing of this plan is public before this moment.',
  },
  {
    key: 'editedAt',
    label: 'Edited at',
    aliases: ['edited', 'corrected', 'corrected on'],
    form: 'day',
    audience: 'public',
    hint: 'The day a published text was corrected.',
  },
  {
    key: 'editNote',
    label: 'Edit note',
    aliases: ['correction', 'what was corrected'],
    form: 'text',
    audience: 'public',
    hint: 'What was corrected, in one sentence.',
  },
  {
    key: 'summary',
    label: 'Summary',
    form: 'text',
    audience: 'public',
    hint: 'One to three sentences for the customer.',
  },
  {
    key: 'aliases',
    label: 'Aliases',
    aliases: ['also known as'],
    form: 'ids',
    audience: 'public',
    hint: 'Other addresses that lead to this release.',
  },
  {
    key: 'locale',
    label: 'Locale',
    aliases: ['language'],
    form: 'line',
    audience: 'public',
    hint: 'The language of the texts, where it is not the site’s.',
  },
  {
    key: 'translationOf',
    label: 'Translation of',
    aliases: ['translates', 'original'],
    form: 'line',
    audience: 'steers',
    hint: 'The id or title of the plan whose texts these are in another language; that plan decides everything else.',
  },
  { key: 'owner', label: 'Owner', form: 'line', audience: 'never', hint: 'Who answers for the plan.' },
  {
    key: 'releaseManager',
    label: 'Release manager',
    form: 'line',
    audience: 'never',
    hint: 'Who runs the roll-out.',
  },
  {
    key: 'tags',
    label: 'Tags',
    aliases: ['labels'],
    form: 'lines',
    audience: 'never',
    hint: 'Your own labels.',
  },
] as const satisfies readonly Field[];

/** The same word in any spelling: `Publish At`, `publish_at` and `publishAt` are one name, and so are “%” and “Percent”. */
export const normaliseName = remembered((name) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[^\p{Letter}\p{Number}%]*%[^\p{Letter}\p{Number}]*$/u, 'percent')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ''),
);

/** The field that a front-matter key or a property name means. */
export function findField(name: string): Field | undefined {
  return fieldsByName.get(normaliseName(name));
}

const fieldsByName = new Map<string, Field>(
  (fields as readonly Field[]).flatMap((field) =>
    [field.key, field.label, ...(field.aliases ?? [])].map((name) => [normaliseName(name), field] as const),
  ),
);
