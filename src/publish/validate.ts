import type { VFile } from 'vfile';
import type { z } from 'zod';
import { report } from '../plan/message.ts';
import { describeIssue } from './describe-issue.ts';
import { withoutUnseen } from './visible-text.ts';
import { withoutNothing } from './without-nothing.ts';

/**
 * A record in its strict form, without what says nothing and what nobody sees.
 * @returns `undefined`, with a message on the file, where the form does not let it pass
 */
export function validate<Record>(
  schema: z.ZodType<Record>,
  record: unknown,
  file: VFile,
): Record | undefined {
  const result = schema.safeParse(withoutNothing(withoutUnseen(record)));
  if (result.success) return result.data;
  report(file, {
    code: 'RP110',
    severity: 'error',
    text: describeIssue(result.error.issues[0]),
    hint: 'This part cannot be published as it is.',
  });
  return undefined;
}
