import type { PlanActual, PlanMitigation } from '../../../plan/goals.ts';
import type { PlanAnnouncement, PlanMaterial } from '../../../plan/launch.ts';
import type { PlanApproval } from '../../../plan/teamwork.ts';
import { markdown, plain, type WrittenItem } from '../plan-items.ts';

export function materialItem({ title, kind, url, owner, state }: PlanMaterial): WrittenItem {
  return {
    title,
    labels: [plain('Kind', kind), plain('Address', url), plain('Owner', owner), plain('State', state)],
  };
}

export function announcementItem({ audience, channel, sendOn, state }: PlanAnnouncement): WrittenItem {
  return {
    title: audience,
    labels: [plain('Channel', channel), plain('Send on', sendOn), plain('State', state)],
  };
}

export function approvalItem({ role, decision, date, fingerprint }: PlanApproval): WrittenItem {
  return {
    title: role,
    labels: [plain('Decision', decision), plain('Date', date), plain('Fingerprint', fingerprint)],
  };
}

export function actualItem({ metric, value, unit, readOn }: PlanActual): WrittenItem {
  return {
    title: metric,
    labels: [plain('Value', value ?? '–'), plain('Unit', unit), plain('Read on', readOn)],
  };
}

export function mitigationItem({ issue, mitigation }: PlanMitigation): WrittenItem {
  return { title: issue, labels: [markdown('Mitigation', mitigation)] };
}
