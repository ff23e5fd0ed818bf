import { z } from 'zod';
import { DaySchema } from '../release/date.ts';
import type { Site } from '../release/site.ts';
import type { PlanFormat } from './format.ts';

/** What `content/site.yaml` says about how plans are read and checked. */
export interface PlanSettings extends CheckSettings {
  site: Site;
  /** The standard one where absent. */
  format?: PlanFormat;
}

export const ruleSeverities = ['off', 'info', 'warning', 'error'] as const;
export type RuleSeverity = (typeof ruleSeverities)[number];

/** The part of `site.yaml` that the rules look at. */
export const CheckSettingsSchema = z.strictObject({
  /** By code: `RP061: off`. */
  rules: z
    .partialRecord(z.string().regex(/^RP\d{3}$/, 'the code of a rule such as RP061'), z.enum(ruleSeverities))
    .optional(),
  /** How often a product is released, and how much fits into one release. */
  cadence: z
    .strictObject({
      /** Days from one release of a product to its next. */
      every: z.int().positive(),
      /** Story points that the teams can do in that time. */
      points: z.number().positive().optional(),
    })
    .optional(),
  /** The day that an example is written for: it stays as it was, however late somebody looks at it. Plans of a product in use have none. */
  today: DaySchema.optional(),
  /** Regions whose law asks for a look by legal or compliance. */
  complianceRegions: z.array(z.string().min(1)).optional(),
});
export type CheckSettings = z.infer<typeof CheckSettingsSchema>;
