import { resolve } from 'node:path';
import { writeInApproval } from '../src/documents/internal/approval.ts';
import { renderFingerprint } from '../src/plan/fingerprint.ts';
import { hasErrors } from '../src/plan/message.ts';
import { dayIn } from '../src/release/date.ts';
import { Problem } from '../src/sources/problem.ts';
import { findPlan, readContent } from './content.ts';
import { type Command, commonOptions } from './command.ts';
import { reasonOf, replaceFile } from './folders.ts';
import { readNow } from './now.ts';
import { printLine } from './terminal.ts';

export const approveCommand: Command = {
  parameters: '<plan>',
  options: {
    content: commonOptions.content,
    role: { type: 'string', value: '<role>', help: 'Who approves, such as "Product manager"' },
    decision: { type: 'string', value: '<word>', help: 'approved or rejected (approved)' },
    now: commonOptions.now,
  },
  async run([word], options) {
    const content = readContent(resolve(String(options['content'] ?? 'content')));
    const plan = findPlan(content, word, 'slipway approve <plan> --role "Product manager"');
    const role = readRole(options['role']);
    const decision = readDecision(options['decision']);
    if (hasErrors(plan.file)) {
      throw new Problem(
        `\`${plan.file.path}\` has errors: nobody can approve what cannot be read. Nothing was written.`,
        {
          hint: '`slipway check` lists them.',
        },
      );
    }
    const date = dayIn(content.settings.site.timezone, readNow(options['now'], content.settings));
    const approval = { role, decision, date, fingerprint: renderFingerprint(plan) };
    const heading = plan.sections.find((section) => section.key === 'approvals')?.place?.line;
    replace(plan.file.path, writeInApproval(String(plan.file.value), approval, heading));
    printLine(
      `${plan.file.path}: ${decision} by ${role} on ${date}. A later change of scope, schedule or audience voids it.`,
    );
    return 0;
  },
};

function readRole(option: string | boolean | undefined): string {
  const role = typeof option === 'string' ? option.replace(/[|\s]+/g, ' ').trim() : '';
  if (role) return role;
  throw new Problem('`slipway approve` needs a role. Nothing was written.', {
    hint: 'Say who approves: `--role "Product manager"`.',
  });
}

function readDecision(option: string | boolean | undefined): string {
  const decision = typeof option === 'string' ? option.toLowerCase() : 'approved';
  if (['approved', 'rejected'].includes(decision)) return decision;
  throw new Problem(`\`--decision ${decision}\` is none. Nothing was written.`, {
    hint: 'It is approved or rejected.',
  });
}

/** The new text beside the old one first, so that a full disk or a power cut leaves one whole plan. */
function replace(path: string, text: string): void {
  try {
    replaceFile(path, text);
  } catch (cause) {
    throw new Problem(`\`${path}\` could not be written: ${reasonOf(cause)}. It is as it was.`, { cause });
  }
}
