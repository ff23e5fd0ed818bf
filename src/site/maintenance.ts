import type { MaintenanceWindow, Release } from '../release/release.ts';
import type { Content } from './content.ts';
import { once } from './once.ts';

export interface PlannedWork {
  window: MaintenanceWindow;
  release: Release;
}

/** Maintenance windows: those to come, soonest first, and those that are over, newest first. */
export const getMaintenance = once((content: Content): { coming: PlannedWork[]; past: PlannedWork[] } => {
  const all = [...content.shipped, ...content.upcoming].flatMap((release) =>
    (release.maintenance ?? []).map((window) => ({ window, release })),
  );
  const now = Date.parse(content.now);
  const coming = all.filter(({ window }) => Date.parse(window.end) >= now);
  const past = all.filter(({ window }) => Date.parse(window.end) < now);
  return {
    coming: coming.sort((a, b) => startOf(a) - startOf(b)),
    past: past.sort((a, b) => startOf(b) - startOf(a)),
  };
});

function startOf({ window }: PlannedWork): number {
  return Date.parse(window.start);
}
