/** What sort of release a plan is for; it decides which sections the plan must fill. */
export const profiles = ['feature', 'hotfix', 'maintenance', 'beta', 'deprecation'] as const;
/** The profile of plans that were made from history: nobody plans what is long done, and nothing is asked of them. */
export const HISTORY = 'history';
export type Profile = (typeof profiles)[number];
