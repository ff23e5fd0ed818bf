import { compare } from '#language/compare';
import { withSiteWords } from './site-words.ts';

/** What comparisons, registers by version and “Do I get this?” say, in the page and in the browser. Named `compare.…` in `site.yaml`. */
const words = withSiteWords(compare);

export const compareStrings = words.compare;
export const mineStrings = words.mine;
export const availabilityStrings = words.availability;
export const deprecationStrings = words.deprecations;
export const roadmapChangeStrings = words.roadmapChanges;
