import { defineCollection } from 'astro:content';
import {
  parseInitiative,
  parseRelease,
  parseRoadmapHistory,
  parseWithdrawn,
} from './documents/public/record-file.ts';
import { RoadmapHistorySchema } from './release/plan-history.ts';
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
  roadmapChanges: defineCollection({
    loader: recordLoader({
      name: 'roadmap-changes',
      folder,
      owns: (path) => path === '_roadmap-changes.yaml',
      parse: parseRoadmapHistory,
      schema: RoadmapHistorySchema,
    }),
    schema: RoadmapHistorySchema,
  }),
};
