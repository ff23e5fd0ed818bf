/**
 * What is worked out from a text and nothing else, which is the same for the same text: a build keeps it for the next one.
 * @param key everything that the result rests on besides the templates and the settings of the site
 */
export function keptText(key: string, make: () => string): string {
  return globalThis.__SLIPWAY_KEEP__?.(key, make) ?? make();
}
