import { dirname, join, resolve } from 'node:path';
import { renderHandOff } from '../src/documents/internal/hand-off.ts';
import { renderSupportBrief } from '../src/documents/internal/support-brief.ts';
import { renderValidationReport } from '../src/documents/internal/validation-report.ts';
import { renderAnnouncementPack } from '../src/documents/public/announcement-pack.ts';
import { renderMaintenanceNotice } from '../src/documents/public/maintenance-notice.ts';
import { nearest } from '../src/plan/nearest.ts';
import type { Plan } from '../src/plan/plan.ts';
import { publicId } from '../src/publish/identity.ts';
import type { Release } from '../src/release/release.ts';
import type { Site } from '../src/release/site.ts';
import { Problem } from '../src/sources/problem.ts';
import { type Command, commonOptions } from './command.ts';
import { type ContentFolder, display, findPlan, readContent } from './content.ts';
import { makeFolder, reasonOf, replaceFile } from './folders.ts';
import { parseRecords, readRecordFiles } from './records.ts';
import { printError } from './terminal.ts';

/** What is sent comes from the public record, what stays inside from the plan; no document is made from both. */
type Document =
  | { about: string; fromRecord: (release: Release, site: Site) => string | undefined; nothing: string }
  | { about: string; fromPlan: (plan: Plan, product?: string) => string };

const documents: Record<string, Document> = {
  announcement: {
    about: 'what is sent and shown when the release is announced; public',
    fromRecord: renderAnnouncementPack,
    nothing: '',
  },
  maintenance: {
    about: 'the notice of a maintenance window; public',
    fromRecord: renderMaintenanceNotice,
    nothing: 'It has no maintenance window.',
  },
  validation: { about: 'what was measured against the plan; internal', fromPlan: renderValidationReport },
  'hand-off': { about: 'everything that release management needs; internal', fromPlan: renderHandOff },
  support: { about: 'what people in support must know; internal', fromPlan: renderSupportBrief },
};

export const writeCommand: Command = {
  parameters: '<document> <plan>',
  options: {
    content: commonOptions.content,
    out: { type: 'string', value: '<file>', help: 'Write it into this file instead of printing it' },
  },
  async run([word, name], options) {
    const kind = readKind(word);
    const content = readContent(resolve(String(options['content'] ?? 'content')));
    const plan = findPlan(content, name, `slipway write ${kind} <plan>`);
    const text = render(documents[kind] as Document, plan, content);
    if (typeof options['out'] === 'string') write(resolve(options['out']), text);
    else process.stdout.write(text);
    return 0;
  },
};

function readKind(word: string | undefined): string {
  const names = Object.keys(documents);
  const name = names.find((each) => each === word?.toLowerCase());
  if (name) return name;
  const guess = word && nearest(word, names);
  throw new Problem(word ? `There is no document \`${word}\`.` : 'Which document?', {
    hint: guess
      ? `Did you mean \`${guess}\`?`
      : names.map((each) => `${each}: ${documents[each]?.about}.`).join('\n  '),
  });
}

function render(document: Document, plan: Plan, content: ContentFolder): string {
  const { site } = content.settings;
  if ('fromPlan' in document) {
    const product = site.products.find(({ id }) => id === plan.fields.product);
    return document.fromPlan(plan, product?.name ?? plan.fields.product);
  }
  const folder = join(content.folder, 'releases');
  const { releases } = parseRecords(folder, readRecordFiles(folder));
  const record = releases.find(({ id }) => id === publicId(plan, site));
  if (!record) {
    throw new Problem(`Nothing of ${plan.file.path} is public, so there is nothing to send.`, {
      hint: 'Make the plan public, run `slipway publish`, and read what it shows.',
    });
  }
  const text = document.fromRecord(record, site);
  if (text !== undefined) return text;
  throw new Problem(`${plan.file.path}: ${document.nothing}`, {
    hint: 'The section “Maintenance window” says when it is, and whom it touches.',
  });
}

function write(path: string, text: string): void {
  try {
    makeFolder(dirname(path));
    replaceFile(path, text);
    printError(`${display(path)} written.`);
  } catch (cause) {
    throw new Problem(`\`${display(path)}\` could not be written: ${reasonOf(cause)}.`, { cause });
  }
}
