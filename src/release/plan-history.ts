import { z } from 'zod';
import { DaySchema } from './date.ts';
import { IdSchema } from './release.ts';
import { horizons } from './vocabulary.ts';

/** What can become of something on the roadmap. */
export const roadmapEvents = ['added', 'moved', 'delayed', 'dropped', 'shipped'] as const;
export type RoadmapEvent = (typeof roadmapEvents)[number];

/**
 * One change of the roadmap, as it was seen from one publication to the next. Nothing in it was not public on its day; what is taken back later
 * takes its history with it.
 */
export const RoadmapChangeSchema = z.strictObject({
  day: DaySchema,
  what: z.enum(roadmapEvents),
  /** Of a release or an initiative that is public. */
  id: IdSchema,
  /** As the record is called now. */
  title: z.string().min(1).max(1_000),
  from: z.enum(horizons).optional(),
  to: z.enum(horizons).optional(),
  /** What readers were told. */
  reason: z.string().min(1).max(100_000).optional(),
});
export type RoadmapChange = z.infer<typeof RoadmapChangeSchema>;

/** A change with its item as it reads in the language of a site, and the languages of what is not translated. */
export interface ToldChange extends RoadmapChange {
  locale?: string;
  reasonLocale?: string;
}

/** Oldest first, so that a file of them grows at its end. */
export const RoadmapHistorySchema = z.strictObject({ changes: z.array(RoadmapChangeSchema).min(1) });
export type RoadmapHistory = z.infer<typeof RoadmapHistorySchema>;
