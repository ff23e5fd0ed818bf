import type { Place } from './document.ts';

/** How a release is told to the world. */

export const materialStates = ['planned', 'draft', 'in review', 'ready', 'published', 'cancelled'] as const;
export type MaterialState = (typeof materialStates)[number];

export interface PlanMaterial {
  title: string;
  /** Article, video, guide … */
  kind?: string;
  /** A web address. */
  url?: string;
  owner?: string;
  state?: MaterialState;
  place?: Place;
}

export const announcementStates = ['planned', 'draft', 'ready', 'scheduled', 'sent', 'cancelled'] as const;
export type AnnouncementState = (typeof announcementStates)[number];

export interface PlanAnnouncement {
  audience: string;
  channel?: string;
  /** A day. */
  sendOn?: string;
  state?: AnnouncementState;
  place?: Place;
}

/** Done, so that customers can be given it. */
export function isMaterialReady({ state }: Pick<PlanMaterial, 'state'>): boolean {
  return state === 'ready' || state === 'published';
}
