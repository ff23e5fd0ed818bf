import type { Section } from '../sections.ts';

/** Who takes part. */
export const peopleSections = [
  {
    key: 'stakeholders',
    heading: 'Stakeholders and responsibilities',
    aliases: ['stakeholders', 'responsibilities', 'team'],
    form: 'people',
    audience: 'never',
    requiredFor: ['feature'],
    prompt: 'Who takes part, in which role, and how they are kept informed.',
  },
  {
    key: 'internalStakeholders',
    heading: 'Internal stakeholders',
    aliases: ['internal teams'],
    form: 'people',
    audience: 'never',
    prompt: 'Teams of ours, their role and what they answer for.',
  },
  {
    key: 'externalStakeholders',
    heading: 'External stakeholders',
    aliases: ['partners', 'vendors'],
    form: 'people',
    audience: 'never',
    prompt: 'Partners and vendors, their role and what they answer for.',
  },
  {
    key: 'raci',
    heading: 'RACI matrix',
    aliases: ['raci', 'responsibility matrix'],
    form: 'raci',
    audience: 'never',
    requiredFor: ['feature'],
    prompt: 'A table: activities down, roles across, R, A, C or I in the cells.',
  },
  {
    key: 'releaseGroup',
    heading: 'Release group',
    aliases: ['release team', 'war room'],
    form: 'people',
    audience: 'never',
    prompt: 'Who watches the release on the day.',
  },
  {
    key: 'readiness',
    heading: 'Readiness',
    aliases: ['team readiness', 'launch readiness', 'readiness checklist'],
    form: 'readiness',
    audience: 'never',
    prompt: 'Each team that talks to customers: trained, documented, staffed?',
  },
] as const satisfies readonly Section[];
