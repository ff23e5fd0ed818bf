import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type LedgerEntry, noteStands } from '../src/plan/ledger.ts';
import { dayIn } from '../src/release/date.ts';
import { statuses } from '../src/release/vocabulary.ts';
import { Problem } from '../src/sources/problem.ts';
import { type ContentFolder, display } from './content.ts';
import { reasonOf, replaceFile, whyUnread } from './folders.ts';

const EntrySchema: z.ZodType<LedgerEntry> = z.object({
  day: z.string(),
  plan: z.string(),
  title: z.string(),
  status: z.enum(statuses),
  target: z.string().optional(),
  changes: z.array(z.string()),
  points: z.number().optional(),
});

/**
 * What plans said at each publication, oldest first: one line of JSON an entry, beside the plans and as private as they are, so that it can be
 * committed with them.
 * @throws {Problem} where a line cannot be read
 */
export function readLedger(content: ContentFolder): LedgerEntry[] {
  const path = pathOf(content);
  if (!existsSync(path)) return [];
  const lines = readText(path).split('\n');
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    const entry = EntrySchema.safeParse(parseJson(line));
    if (entry.success) return [entry.data];
    throw new Problem(
      `\`${display(path)}:${at + 1}\` is no entry of a plan's history, to which nothing was added.`,
      {
        hint: 'Take the line out, or restore the file from version control.',
      },
    );
  });
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Problem(
      `The history of the plans, \`${display(path)}\`, cannot be read: ${whyUnread(cause)}. Nothing was added to it.`,
      { hint: 'Make it a file that you may read, or move it away.', cause },
    );
  }
}

/** The entries that the plans add today, written or not. */
export function freshEntries(
  content: ContentFolder,
  entries: readonly LedgerEntry[],
  now: Date,
): LedgerEntry[] {
  return noteStands(entries, content.plans, dayIn(content.settings.site.timezone, now));
}

/**
 * Adds what the plans say to the ledger.
 * @returns the entries that were added to those of plans that were known before
 * @throws {Problem} where the ledger cannot be read or written
 */
export function writeLedger(content: ContentFolder, now: Date): LedgerEntry[] {
  const entries = readLedger(content);
  const fresh = freshEntries(content, entries, now);
  if (fresh.length === 0) return [];
  const path = pathOf(content);
  const text = [...entries, ...fresh].map((entry) => `${JSON.stringify(entry)}\n`).join('');
  try {
    replaceFile(path, text);
  } catch (cause) {
    throw new Problem(
      `The history of the plans, \`${display(path)}\`, could not be written: ${reasonOf(cause)}.`,
      { hint: 'Make sure that the folder can be written and that the disk has room.', cause },
    );
  }
  const known = new Set(entries.map(({ plan }) => plan));
  return fresh.filter(({ plan }) => known.has(plan));
}

function pathOf({ folder }: ContentFolder): string {
  const plans = join(folder, 'plans');
  return join(existsSync(plans) ? plans : folder, 'history.jsonl');
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
