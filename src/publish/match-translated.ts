interface Item {
  id: string;
  title: string;
  kind?: string;
}

/**
 * Which items of a translation are which of the original: by an id that both have, by the title that the last published translation has
 * for one, else by their places among those of their kind, where there are as many. The rest is left out, and told.
 */
export function matchTranslated<Written extends Item>(
  written: readonly Written[],
  originals: readonly Item[],
  previous: readonly { id: string; title: string }[] | undefined,
  told: (what: string, count: number, expected: number) => void,
): Written[] {
  const ids = new Map<Written, string | undefined>();
  const free = new Map<string | undefined, Item>(originals.map((item) => [item.id, item]));
  const take = (item: Written, id: string | undefined) => {
    if (free.delete(id)) ids.set(item, id);
  };
  for (const item of written) take(item, item.id);
  for (const item of written) {
    if (!ids.has(item))
      take(item, previous?.find(({ id, title }) => title === item.title && free.has(id))?.id);
  }
  const left = Map.groupBy(
    written.filter((item) => !ids.has(item)),
    ({ kind }) => kind,
  );
  for (const [kind, items] of left) {
    const same = [...free.values()].flatMap(({ id, kind: own }) => (own === kind ? id : []));
    if (same.length === items.length) items.forEach((item, place) => take(item, same[place]));
    else told(kind ? `items of the kind ${kind}` : 'known issues', items.length, same.length);
  }
  return originals.flatMap(({ id }) => {
    const item = written.find((each) => ids.get(each) === id);
    return item ? [{ ...item, id }] : [];
  });
}
