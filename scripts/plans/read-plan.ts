import { report } from '../../src/plan/message.ts';
import type { PlanDocument } from '../../src/plan/document.ts';
import { readMarkdown } from '../../src/sources/markdown.ts';
import { findGap, readPageUrl } from '../../src/sources/notion/plan-file.ts';

/** A plan file as it was found. */
export interface PlanFile {
  /** As people know it. */
  path: string;
  bytes: Uint8Array;
}

/** One plan file; one that came from Notion knows its page. */
export function readPlan({ path, bytes }: PlanFile): PlanDocument {
  const document = readMarkdown(path, bytes);
  const text = String(document.file.value ?? '');
  const url = readPageUrl(text);
  if (url === undefined) return document;
  document.file.data['url'] = url;
  const gap = findGap(text);
  if (gap !== undefined) {
    report(document.file, {
      code: 'RP131',
      severity: 'error',
      text: gap.isOld
        ? 'Unexpected old text, expected that of today: it could not be read in Notion since the properties of the page changed'
        : 'Unexpected gap, expected the whole page: a part of it could not be read in Notion',
      hint: gap.isOld
        ? 'Pull again.'
        : 'Share the page that the part comes from with the connection, or delete the part; then pull.',
      place: { line: gap.line, column: 1 },
    });
  }
  return { ...document, url };
}
