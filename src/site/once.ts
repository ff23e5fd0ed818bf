/** Makes a view that is worked out once for a content and then handed to every page that asks. */
export function once<C extends object, V>(make: (content: C) => V): (content: C) => V {
  const made = new WeakMap<C, V>();
  return (content) => {
    const known = made.get(content);
    if (known !== undefined) return known;
    const view = make(content);
    made.set(content, view);
    return view;
  };
}

/** Puts things under their key, in the order in which the keys are first met. */
export function groupBy<K, T>(things: Iterable<T>, key: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const own = key(thing);
    const group = groups.get(own);
    if (group) group.push(thing);
    else groups.set(own, [thing]);
  }
  return groups;
}

/** What was made last stays for whoever asks for the same thing once more. */
export function latest<T, V>(make: (thing: T) => V): (thing: T) => V {
  let last: { thing: T; made: V } | undefined;
  return (thing) => {
    if (last?.thing !== thing) last = { thing, made: make(thing) };
    return last.made;
  };
}
