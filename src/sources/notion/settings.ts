import { z } from 'zod';
import { nearest } from '../../plan/nearest.ts';
import { readNotionId } from './ids.ts';
import { fieldsOf, findFieldOf, type Kind } from './properties/tables.ts';

const DatabaseSchema = z
  .string()
  .refine((text) => readNotionId(text) !== undefined, 'the id or the link of a database in Notion');

/** What `site.yaml` says under `notion`: where plans and roadmap are, and what their properties are called there. */
export const NotionSettingsSchema = z.strictObject({
  plans: DatabaseSchema.optional(),
  roadmap: DatabaseSchema.optional(),
  /** Field → name or id of a property of the plans. */
  properties: mappingOf('plans').optional(),
  /** The same for the roadmap. */
  roadmapProperties: mappingOf('roadmap').optional(),
  /** Larger files are not taken from Notion. */
  maxFileMegabytes: z.number().positive().max(1000).default(25),
});
export type NotionSettings = z.infer<typeof NotionSettingsSchema>;

function mappingOf(kind: Kind) {
  return z.record(z.string(), z.string().min(1)).superRefine((mapping, context) => {
    for (const name of Object.keys(mapping)) {
      if (findFieldOf(kind, name)) continue;
      const keys = fieldsOf(kind).map((field) => field.key);
      const guess = nearest(name, keys);
      const rest = guess ? `did you mean \`${guess}\`?` : keys.join(', ');
      context.addIssue({ code: 'custom', path: [name], message: `a field as its name: ${rest}` });
    }
  });
}
