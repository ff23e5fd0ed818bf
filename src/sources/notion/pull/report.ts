/** What a pull did, for people to read. */
export interface PullReport {
  /** Titles of plans. */
  added: string[];
  changed: string[];
  removed: { title: string; why: string }[];
  /** How many plans there are now. */
  plans: number;
  /** How many pages were passed over because they are called “Template: …”. */
  templates: number;
  /** Plans of which the last good copy stays, or that are missing for now. */
  failed: { title: string; url: string; why: string }[];
  /** Worth telling, in whole sentences; with the page that it is about, if it is about one. */
  notes: { title?: string; url?: string; text: string }[];
  /** What the operator must look at although everything that could be done was done. */
  problems: Error[];
  /** False where nothing on the disk changed. */
  written: boolean;
}

/** How far a pull is. */
export type PullProgress = { step: 'list' | 'pages' | 'missing'; done: number; total?: number };

/** What two pulls did, one right after the other. What the second one still says of failures, or says anew, counts. */
export function joinReports(first: PullReport, second: PullReport): PullReport {
  const isNew = new Set(first.added);
  const told = new Set(second.notes.map(({ url, text }) => `${url} ${text}`));
  return {
    ...second,
    added: [...first.added, ...second.added],
    changed: [...new Set([...first.changed, ...second.changed.filter((title) => !isNew.has(title))])],
    removed: [...first.removed, ...second.removed],
    notes: [...first.notes.filter(({ url, text }) => !told.has(`${url} ${text}`)), ...second.notes],
    written: first.written || second.written,
  };
}
