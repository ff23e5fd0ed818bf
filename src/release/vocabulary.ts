/** The closed lists of words that a release is described with. One meaning each; see the README's glossary. */

export const kinds = ['added', 'changed', 'fixed', 'deprecated', 'removed', 'security'] as const;
export type Kind = (typeof kinds)[number];

export const statuses = [
  'draft',
  'planned',
  'in development',
  'approved',
  'rolling out',
  'released',
  'delayed',
  'paused',
  'rolled back',
  'yanked',
  'cancelled',
  'end of life',
] as const;
export type Status = (typeof statuses)[number];

export const stages = ['alpha', 'beta', 'preview', 'ga', 'deprecated'] as const;
export type Stage = (typeof stages)[number];

export const horizons = ['now', 'next', 'later'] as const;
export type Horizon = (typeof horizons)[number];

export const confidences = ['committed', 'expected', 'tentative'] as const;
export type Confidence = (typeof confidences)[number];

export const waveStates = ['planned', 'running', 'done', 'paused', 'stopped'] as const;
export type WaveState = (typeof waveStates)[number];

/** How precisely a coming date may be told. A site never tells more than its `roadmap.dates`. */
export const datePolicies = ['never', 'quarter', 'month'] as const;
export type DatePolicy = (typeof datePolicies)[number];

/** Customers have it, or had it: these stand in the changelog. */
export const shippedStatuses = [
  'rolling out',
  'released',
  'paused',
  'rolled back',
  'yanked',
  'end of life',
] as const satisfies readonly Status[];

/** Not yet with customers: these stand on the roadmap. */
export const upcomingStatuses = [
  'planned',
  'in development',
  'approved',
  'delayed',
] as const satisfies readonly Status[];

/** Their readers are owed a reason in public. */
export const statusesWithReason = [
  'delayed',
  'paused',
  'rolled back',
  'yanked',
  'cancelled',
  'end of life',
] as const satisfies readonly Status[];

export function isShipped(status: Status): boolean {
  return (shippedStatuses as readonly Status[]).includes(status);
}

export function isUpcoming(status: Status): boolean {
  return (upcomingStatuses as readonly Status[]).includes(status);
}
