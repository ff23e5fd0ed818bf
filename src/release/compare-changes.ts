import { type Comparable, type ComparableChange, type Line, titleKey } from './compare-line.ts';
import type { Path } from './compare-path.ts';
import { wasTakenBack } from './compare-versions.ts';
import type { Kind } from './vocabulary.ts';

/** A change, and the release that it came in. */
export interface Passed<R extends Comparable> {
  change: ChangeOf<R>;
  release: R;
}
type ChangeOf<R extends Comparable> = NonNullable<R['changes']>[number];

/** A change that a later release on the way took back or made good: who goes the whole way never meets it. */
export interface Undone<R extends Comparable> extends Passed<R> {
  by: R;
}

/**
 * The changes on a way, each once, in the order in which they came. What the older end surely has says nothing new; what was added and
 * removed on the way cancels out; a deprecation gives way to its removal.
 */
export function collectChanges<R extends Comparable>(
  line: Line<R>,
  path: Path<R>,
): { changes: Passed<R>[]; undone: Undone<R>[] } {
  const known = new Map<string, Set<Kind>>();
  const kindsOf = (key: string) => {
    const kinds = known.get(key) ?? historyOf(line, path, key);
    known.set(key, kinds);
    return kinds;
  };
  const live: Live<R> = new Map();
  const undone: Undone<R>[] = [];
  for (const { release } of path.passed) {
    for (const change of release.changes ?? []) {
      if (isListedOnce(line, change)) {
        live.set(change, { change, release });
        continue;
      }
      const [byId, byTitle] = [kindsOf(change.id), kindsOf(titleKey(change.title))];
      const isBack = opposites[change.kind].some((kind) => byTitle.has(kind));
      const isListedAgain = byId.has(change.kind) && !isBack;
      for (const kinds of [byId, byTitle]) putInForce(kinds, change.kind);
      if (isListedAgain) continue;
      const met = opposites[change.kind].flatMap((kind) => find(live, kind, change));
      for (const each of met) {
        forget(live, each);
        undone.push({ ...each, by: release });
      }
      if (!met.some((each) => each.change.kind !== 'deprecated')) remember(live, { change, release });
    }
  }
  return { changes: [...new Set(live.values())], undone };
}

/** What stands on the way, by its keys; what nothing else can have to do with, by itself. */
type Live<R extends Comparable> = Map<string | ChangeOf<R>, Passed<R>>;

/** Most changes are: no other change of the line has its id or its title, so none repeats it or takes it back. */
function isListedOnce(line: Line, { id, title }: ComparableChange): boolean {
  return line.listings.get(id)?.length === 1 && line.listings.get(titleKey(title))?.length === 1;
}

/** Which kinds a kind takes back. */
const opposites: Record<Kind, readonly Kind[]> = {
  added: ['removed'],
  removed: ['added', 'deprecated'],
  deprecated: [],
  changed: [],
  fixed: [],
  security: [],
};

function putInForce(kinds: Set<Kind>, kind: Kind): void {
  kinds.add(kind);
  for (const opposite of opposites[kind]) kinds.delete(opposite);
}

/** What the older end of the way has of a change, by its id or its title. */
function historyOf<R extends Comparable>(line: Line<R>, path: Path<R>, key: string): Set<Kind> {
  const kinds = new Set<Kind>();
  for (const { at, change } of line.listings.get(key) ?? []) {
    if (at <= path.start && isSurelyIn(line, path, at)) putInForce(kinds, change.kind);
  }
  return kinds;
}

/**
 * A fix of 1.2.5 is not in 1.3.0 where 1.3.0 came out first. What cannot be told for sure counts as not there: better one line too many than
 * one too few.
 */
function isSurelyIn<R extends Comparable>({ releases }: Line<R>, path: Path<R>, at: number): boolean {
  const release = releases[at];
  if (at === path.start) return true;
  if (!release || !path.belongs(release) || wasTakenBack(release.status)) return false;
  return releases
    .slice(at + 1, path.start + 1)
    .every((later) => !path.belongs(later) || (later.released ?? '9999') >= (release.released ?? ''));
}

function find<R extends Comparable>(live: Live<R>, kind: Kind, change: ChangeOf<R>): Passed<R>[] {
  const found = keysOf({ ...change, kind }).flatMap((key) => live.get(key) ?? []);
  return [...new Set(found)];
}

function remember<R extends Comparable>(live: Live<R>, passed: Passed<R>): void {
  for (const key of keysOf(passed.change)) if (!live.has(key)) live.set(key, passed);
}

function forget<R extends Comparable>(live: Live<R>, passed: Passed<R>): void {
  for (const key of keysOf(passed.change)) if (live.get(key) === passed) live.delete(key);
}

function keysOf({ kind, id, title }: Pick<ChangeOf<Comparable>, 'kind' | 'id' | 'title'>): string[] {
  return [`${kind} ${id}`, `${kind} ${titleKey(title)}`];
}
