/** What sort of release a plan is for; it decides which sections the plan must fill. */
export const profiles = ['feature', 'hotfix', 'maintenance', 'beta', 'deprecation'] as const;
export type Profile = (typeof profiles)[number];
