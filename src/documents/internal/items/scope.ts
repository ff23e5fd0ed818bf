import type { RootContent } from 'mdast';
import type { PlanRequirement } from '../../../plan/goals.ts';
import { renderInline } from '../../../plan/markdown.ts';
import type { Exclusion, PlanComponent, PlanDownload, PlanWindow } from '../../../plan/plan.ts';
import { listOf, markdown, plain, type WrittenItem, words } from '../plan-items.ts';

export function exclusionItem({ what, reason, revisit }: Exclusion): WrittenItem {
  return { title: what, labels: [markdown('Reason', reason), plain('Revisit', revisit)] };
}

export function componentItem({ name, kind, from, to, notes }: PlanComponent): WrittenItem {
  return {
    title: name,
    labels: [plain('Kind', kind), plain('From', from), plain('To', to), markdown('Notes', notes)],
  };
}

export function downloadItem({ file, url, size, sha256 }: PlanDownload): WrittenItem {
  return {
    title: renderInline([{ type: 'text', value: file }]),
    labels: [plain('Address', url), plain('Size', size), plain('SHA-256', sha256)],
  };
}

export function requirementItem(each: PlanRequirement): WrittenItem {
  return {
    title: each.requirement,
    labels: [
      plain('Category', each.category),
      plain('Measure', each.measure),
      plain('Target', each.target),
      plain('Test', each.test),
    ],
  };
}

export function windowItems(windows: readonly PlanWindow[]): RootContent[] {
  const items = windows.map(({ start, end, zone, zoneAssumed, impact, affected, notice }, index) => ({
    title: `Window ${index + 1}`,
    labels: [
      plain('Start', zoneAssumed ? wallTime(start) : start),
      plain('End', zoneAssumed ? wallTime(end) : end),
      plain('Zone', zoneAssumed ? undefined : zone),
      markdown('Impact', impact),
      words('Affected', affected),
      markdown('Notice', notice),
    ],
  }));
  return [listOf(items)];
}

/** What the clocks of the site show. */
function wallTime(moment: string): string {
  return moment.slice(0, 19).replace('T', ' ');
}
