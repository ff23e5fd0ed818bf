import { z } from 'zod';

/** What the last comment on each page said, by the id of the page without dashes: what was said is not said again. */
export type FeedbackMemory = Record<string, string>;

const MemorySchema = z.strictObject({ version: z.literal(1), pages: z.record(z.string(), z.string()) });

/** A memory that cannot be read is none: then Notion is asked what the comments say. */
export function parseMemory(text: string | undefined): FeedbackMemory {
  try {
    return MemorySchema.parse(JSON.parse(text ?? '')).pages;
  } catch {
    return {};
  }
}

export function renderMemory(memory: FeedbackMemory): string {
  const pages = Object.fromEntries(Object.entries(memory).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ version: 1, pages }, null, 2)}\n`;
}
