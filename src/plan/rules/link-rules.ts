import type { RuleText } from './rule.ts';

/** Found out when the site is built: only then is it known what is there. */
export const brokenLinkRule: RuleText = {
  code: 'RP143',
  name: 'Links that are answered',
  severity: 'warning',
  what: 'Links, pictures and anchors within the site lead to something; `slipway build` tells.',
  why: 'A reader who meets “not found” stops believing the rest. It is no error by itself, so that an old link never keeps a fix from going out.',
  source: 'product',
  fix: 'Correct the address, or put the file into public/.',
};

/** Found out when it is asked for: other sites are asked. */
export const lostLinkRule: RuleText = {
  code: 'RP144',
  name: 'Links to others that are answered',
  severity: 'warning',
  what: 'Public links to other sites are answered there; `slipway check --links` asks.',
  why: 'Pages of others move and go, and nobody tells those who link to them.',
  source: 'product',
  fix: 'Link to where it is now, or leave the link out.',
};
