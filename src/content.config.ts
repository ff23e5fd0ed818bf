import { defineCollection } from 'astro:content';
import { parseInitiative, parseRelease, parseWithdrawn } from './documents/public/record-file.ts';
import { InitiativeSchema, ReleaseSchema, WithdrawnSchema } from './release/release.ts';
import { recordLoader } from './site/record-loader.ts';

const folder = __SLIPWAY_RELEASES__;

export const collections = {
  releases: defineCollection({
    loader: recordLoader({
      name: 'releases',
      folder,
      owns: (path) => /^[^_/.][^/]*\/[^/]+\.yaml$/.test(path),
      parse: parseRelease,
      schema: ReleaseSchema,
    }),
    schema: ReleaseSchema,
  }),
  initiatives: defineCollection({
    loader: recordLoader({
      name: 'initiatives',
      folder,
      owns: (path) => /^_initiatives\/[^/]+\.yaml$/.test(path),
      parse: parseInitiative,
      schema: InitiativeSchema,
    }),
    schema: InitiativeSchema,
  }),
  withdrawn: defineCollection({
    loader: recordLoader({
      name: 'withdrawn',
      folder,
      owns: (path) => path === '_withdrawn.yaml',
      parse: parseWithdrawn,
      schema: WithdrawnSchema,
    }),
    schema: WithdrawnSchema,
  }),
};
