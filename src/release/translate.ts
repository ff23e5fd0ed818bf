import type { Audience, Change, Criterion, Initiative, KnownIssue, Release } from './release.ts';
import type { InitiativeTranslation, ReleaseTranslation } from './translation.ts';

/**
 * A release as it reads in the language of a translation. Ids, kinds, states, days and shares stay those of the record. What the translation
 * leaves out is said in the language of the record, `original`, and marked as such.
 */
export function translateRelease(release: Release, to: ReleaseTranslation, original: string): Release {
  const untranslated = parts.filter((part) => release[part] !== undefined && !fits(release, to, part));
  const { edited } = release;
  return {
    ...release,
    title: to.title,
    locale: to.locale,
    translatedFrom: original,
    ...pick(to, ['reason', 'summary', 'highlights', 'faq', 'materials']),
    ...(edited && to.editNote && { edited: { ...edited, note: to.editNote } }),
    ...(release.upgrade && fits(release, to, 'upgrade') && { upgrade: to.upgrade }),
    ...(release.changes && {
      changes: release.changes.map((change) => translateItem(change, to.changes, original)),
    }),
    ...(release.knownIssues && {
      knownIssues: release.knownIssues.map((issue) => translateItem(issue, to.knownIssues, original)),
    }),
    ...(release.audience && { audience: translateAudience(release.audience, to.audience) }),
    ...(release.waves && {
      waves: release.waves.map((wave, place) => ({
        ...wave,
        name: (fits(release, to, 'waves') && to.waves?.[place]) || wave.name,
      })),
    }),
    ...(release.maintenance && {
      maintenance: release.maintenance.map((window, place) => ({
        ...window,
        ...(fits(release, to, 'maintenance') && to.maintenance?.[place]),
      })),
    }),
    ...(release.extras && {
      extras: release.extras.map((extra) => to.extras?.find(({ key }) => key === extra.key) ?? extra),
    }),
    ...(untranslated.length > 0 && { untranslated }),
  };
}

/** An initiative in the language of a translation; what that leaves out is said in the language of the record, `original`. */
export function translateInitiative(
  initiative: Initiative,
  to: InitiativeTranslation,
  original: string,
): Initiative {
  const untranslated = initiativeParts.filter((part) => initiative[part] && !to[part]);
  return {
    ...initiative,
    locale: to.locale,
    translatedFrom: original,
    ...pick(to, ['title', ...initiativeParts]),
    ...(untranslated.length > 0 && { untranslated }),
  };
}

const initiativeParts = ['problem', 'outcome', 'text', 'dropped'] as const;

/** Parts that are translated as a whole or not at all. */
const parts = [
  'reason',
  'edited',
  'summary',
  'upgrade',
  'highlights',
  'audience',
  'waves',
  'maintenance',
  'faq',
  'materials',
  'components',
  'extras',
] as const;

export type RecordPart = (typeof parts)[number] | (typeof initiativeParts)[number];

/** Without ids, what belongs together can be told by its place alone, and only where there are as many. */
function fits(release: Release, to: ReleaseTranslation, part: (typeof parts)[number]): boolean {
  switch (part) {
    case 'upgrade':
    case 'waves':
      return release[part]?.length === to[part]?.length;
    case 'maintenance':
      return (
        release.maintenance?.length === to.maintenance?.length ||
        (release.maintenance ?? []).every(({ impact, affected }) => !impact && !affected)
      );
    case 'audience':
      return (
        release.audience?.include?.length === to.audience?.include?.length &&
        release.audience?.exclude?.length === to.audience?.exclude?.length
      );
    case 'extras':
      return (release.extras ?? []).every(({ key }) => to.extras?.some((each) => each.key === key));
    case 'edited':
      return !release.edited?.note || to.editNote !== undefined;
    case 'components':
      return (release.components ?? []).every(({ notes }) => !notes);
    default:
      return to[part] !== undefined;
  }
}

const itemTexts = ['text', 'purpose', 'component', 'action', 'replacement', 'links', 'affects', 'workaround'];

function translateItem<Item extends Change | KnownIssue>(
  item: Item,
  translated: readonly Partial<Item>[] | undefined,
  original: string,
): Item {
  const own = translated?.find(({ id }) => id === item.id);
  if (!own) return { ...item, locale: original };
  const untranslated = itemTexts.filter((text) => text in item && !(text in own));
  return { ...item, ...own, ...(untranslated.length > 0 && { untranslated }) };
}

function translateAudience(audience: Audience, to: ReleaseTranslation['audience']): Audience {
  const translate = (side: 'include' | 'exclude'): Criterion[] | undefined =>
    audience[side]?.map((criterion, place) => ({
      ...criterion,
      ...(to?.[side]?.length === audience[side]?.length && to?.[side]?.[place]),
    }));
  return {
    ...audience,
    ...(audience.include && { include: translate('include') }),
    ...(audience.exclude && { exclude: translate('exclude') }),
  };
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Partial<Pick<T, K>> {
  return Object.fromEntries(
    keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]]),
  ) as Partial<Pick<T, K>>;
}
