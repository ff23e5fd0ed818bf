import type { VFile } from 'vfile';
import type { InitiativePlan } from '../plan/initiative.ts';
import type { Plan } from '../plan/plan.ts';
import type { Initiative, Release } from '../release/release.ts';
import type { InitiativeTranslation, ReleaseTranslation } from '../release/translation.ts';
import { byId } from './by-id.ts';
import type { Decision } from './decide-plan.ts';
import { decideInitiativeTranslation, decideTranslation } from './decide-translation.ts';
import { limitInitiativeTranslation } from './publish-initiative-translation.ts';
import { limitTranslation } from './publish-translation.ts';
import type { PublishInput, Records, Translations } from './publish.ts';

/**
 * What is public in other languages, by original and language. Where nothing is, there are no records of it.
 * @param originals what became of the plans that are no translations
 * @param isUnsure true where a plan that cannot be read may be any
 */
export function publishTranslations(
  { translations, previous, site, now }: PublishInput,
  originals: readonly Decision<Release | Initiative>[],
  records: Pick<Records, 'releases' | 'initiatives'>,
  isUnsure: boolean,
): { records?: Translations; decisions: Decision<ReleaseTranslation | InitiativeTranslation>[] } {
  const ids = new Map(originals.map(({ file, record }) => [file, record?.id]));
  const idOf = ({ original }: { original: { file: VFile } }) => ids.get(original.file);
  const [releases, initiatives] = [collectById(records.releases), collectById(records.initiatives)];
  const before = previous.translations;
  const ofReleases = (translations?.plans ?? []).map((each) =>
    decideTranslation(each, releases.get(idOf(each)), before?.releases, site, now),
  );
  const ofInitiatives = (translations?.initiatives ?? []).map((each) =>
    decideInitiativeTranslation(each, initiatives.get(idOf(each)), before?.initiatives),
  );
  const spared = isUnsure || translations?.failed.some(isSaidPublic) ? before : undefined;
  const published = {
    releases: collect(ofReleases, spared?.releases, releases, limitTranslation),
    initiatives: collect(ofInitiatives, spared?.initiatives, initiatives, limitInitiativeTranslation),
  };
  const isEmpty = published.releases.length + published.initiatives.length === 0;
  return { ...(!isEmpty && { records: published }), decisions: [...ofReleases, ...ofInitiatives] };
}

function isSaidPublic(plan: Plan | InitiativePlan): boolean {
  return ('fields' in plan ? plan.fields.visibility : plan.visibility) === 'public';
}

type ById<Original> = ReadonlyMap<string | undefined, Original>;

function collectById<Original extends { id: string }>(all: readonly Original[]): ById<Original> {
  return new Map(all.map((each) => [each.id, each]));
}

interface Translated {
  of: string;
  locale: string;
}

/** Those that are decided, and of those that may have a plan which cannot be read what their originals still say. */
function collect<T extends Translated, Original>(
  decisions: readonly Decision<T>[],
  spared: readonly T[] | undefined,
  originals: ById<Original>,
  limit: (translation: T, original: Original) => T,
): T[] {
  const decided = new Set(decisions.map(({ record, last }) => keyOf(record ?? last)));
  const kept = spared?.flatMap((each) => {
    const original = originals.get(each.of);
    return original && !decided.has(keyOf(each)) ? limit(each, original) : [];
  });
  return [...decisions.flatMap(({ record }) => record ?? []), ...(kept ?? [])]
    .map((each) => ({ id: keyOf(each), each }))
    .sort(byId)
    .map(({ each }) => each);
}

function keyOf(translation: Translated | undefined): string {
  return `${translation?.of} ${translation?.locale}`;
}
