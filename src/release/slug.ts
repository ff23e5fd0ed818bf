import { IdSchema } from './release.ts';

/** Words as an id: `Café, Nr. 5` → `cafe-nr-5`. `undefined` where nothing is left that an id can be made of. */
export function toId(words: string): string | undefined {
  const id = words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 64)
    .replace(/^-+|-+$/g, '');
  return IdSchema.safeParse(id).success ? id : undefined;
}
