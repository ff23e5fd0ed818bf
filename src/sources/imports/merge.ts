import { type ImportedRelease, labelOf } from './imported.ts';

/** A version, or a day without one, that is told more than once is one release: what a later telling adds is added to the first. */
export function mergeReleases(releases: readonly ImportedRelease[]): ImportedRelease[] {
  const known = new Map<string, ImportedRelease>();
  for (const release of releases) {
    const key = `${release.product ?? ''} ${labelOf(release) ?? ''}`;
    const first = known.get(key);
    if (first) merge(first, release);
    else known.set(key, release);
  }
  return [...known.values()];
}

function merge(into: ImportedRelease, from: ImportedRelease): void {
  if (from.isInternal) into.isInternal = true;
  into.fields = { ...from.fields, ...into.fields };
  if (from.summary && from.summary !== into.summary)
    into.summary = [into.summary, from.summary].filter(Boolean).join('\n\n');
  addNew(into.upgrade, from.upgrade, ({ text }) => text);
  addNew(into.changes, from.changes, ({ kind, title, text }) => JSON.stringify([kind, title, text]));
  addNew(into.knownIssues, from.knownIssues, ({ title, text }) => JSON.stringify([title, text]));
  addNew(into.downloads, from.downloads, ({ url }) => url);
}

function addNew<Thing>(into: Thing[], from: readonly Thing[], keyOf: (thing: Thing) => string): void {
  const known = new Set(into.map(keyOf));
  into.push(...from.filter((thing) => !known.has(keyOf(thing))));
}
