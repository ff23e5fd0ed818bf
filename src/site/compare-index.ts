import { renderPlainText } from '../documents/public/plain-text.ts';
import { ownChannelOf } from '../release/channel.ts';
import { groupChanges } from '../release/order.ts';
import type { Change, Release } from '../release/release.ts';
import { isUpcoming, type Status } from '../release/vocabulary.ts';
import { isNumbered } from '../release/version.ts';
import { type CompareFile, type CompareProduct, encodeChange, MOST_LETTERS } from './compare-file.ts';
import type { Content } from './content.ts';
import { packLanguages } from './language-column.ts';
import { groupBy } from './once.ts';
import { getProduct } from './products.ts';
import { oneLine } from '../documents/public/one-line.ts';

/** The index of all releases that are out, for comparisons in the browser; with the versions that are announced, to say that they are. */
export function getCompareFile({ site, shipped, upcoming }: Content): CompareFile {
  const awaited = upcoming.filter(({ version, status }) => version && isUpcoming(status));
  const products = groupBy([...shipped, ...awaited], ({ product }) => product);
  return {
    version: 1,
    products: [...products].map(([id, releases]) =>
      describeProduct(getProduct(site, id), releases, site.locale),
    ),
  };
}

function describeProduct(
  { id, name }: { id: string; name: string },
  releases: readonly Release[],
  own: string,
): CompareProduct {
  const changes = releases.map(({ status, locale, changes: listed = [] }) =>
    isUpcoming(status)
      ? []
      : groupChanges(listed)
          .flatMap((group) => group.changes)
          .map((change) => ({ ...change, locale: change.locale ?? locale })),
  );
  const all = changes.flat();
  const listed = groupBy(all, (change) => change.id);
  const languages = packLanguages(
    all.map(({ locale }) => locale),
    own,
  );
  const steps = new Map<string, number>();
  const numberOf = (text: string) => steps.get(text) ?? steps.set(text, steps.size).size - 1;
  return {
    id,
    name,
    versions: releases.map(({ version }) => version ?? ''),
    days: releases.map(({ released }) => released ?? ''),
    ...sparse('statuses', releases, ({ status }): Status | undefined =>
      status === 'released' ? undefined : status,
    ),
    ...sparse('channels', releases, ({ channel }) => channel),
    ...sparse('titles', releases, ({ version, title }) => (version ? undefined : oneLine(title))),
    ...sparse('ids', releases, (release) =>
      release.version && isNumbered(release.version) && !ownChannelOf(release) ? undefined : release.id,
    ),
    codes: changes.map((listing) => listing.map(encodeChange).join('')).join(' '),
    changes: all.map(({ title }) => cut(renderPlainText(title))).join('\n'),
    ...sparse('shared', all, (change) => ((listed.get(change.id)?.length ?? 0) > 1 ? change.id : undefined)),
    ...(languages && { languages }),
    ...sparse('removals', all, ({ removal }: Change) => removal),
    ...sparse('steps', releases, ({ status, upgrade }) =>
      isUpcoming(status) ? undefined : upgrade?.map(({ text }) => numberOf(text)),
    ),
    ...sparse('issues', releases, ({ status, locale, knownIssues }) =>
      isUpcoming(status)
        ? undefined
        : knownIssues?.map(
            (issue) =>
              [
                issue.id,
                cut(renderPlainText(issue.title)),
                issue.discoveredIn ?? '',
                issue.fixedIn ?? '',
                ...foreign(issue.locale ?? locale, own),
              ] as [string, string, string, string, string?],
          ),
    ),
    ...sparse('components', releases, ({ status, components }) =>
      isUpcoming(status)
        ? undefined
        : components?.map(
            ({ name: part, kind, from, to }) =>
              [part, kind ?? '', from ?? '', to ?? ''] as [string, string, string, string],
          ),
    ),
  };
}

function foreign(locale: string | undefined, own: string): string[] {
  return locale && locale !== own ? [locale] : [];
}

/** A column of what few have: by place, and not there at all where nobody has it. */
function sparse<Key extends string, Thing, Value>(
  key: Key,
  things: readonly Thing[],
  valueOf: (thing: Thing) => Value | undefined,
): Partial<Record<Key, Record<number, Value>>> {
  const values = things.flatMap((thing, at) => {
    const value = valueOf(thing);
    return value === undefined || value === '' ? [] : [[at, value] as const];
  });
  return values.length > 0
    ? ({ [key]: Object.fromEntries(values) } as Record<Key, Record<number, Value>>)
    : {};
}

function cut(title: string): string {
  const line = title.replaceAll('\n', ' ');
  return line.length > MOST_LETTERS ? `${line.slice(0, MOST_LETTERS - 1).toWellFormed()}…` : line;
}
