/** The same function for texts that are asked about again and again: what it said of the last ones is remembered. */
export function remembered<Said>(sayOf: (text: string) => Said): (text: string) => Said {
  const said = new Map<string, Said>();
  return (text) => {
    const known = said.get(text);
    if (known !== undefined || text.length > LONGEST) return known ?? sayOf(text);
    const fresh = sayOf(text);
    if (said.size >= MOST) said.clear();
    said.set(text, fresh);
    return fresh;
  };
}

const MOST = 200;
/** Characters: longer texts hardly come again. */
const LONGEST = 1_000;
