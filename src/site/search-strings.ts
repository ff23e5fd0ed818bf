import { search } from '#language/search';
import { withSiteWords } from './site-words.ts';

/** Every sentence of the search. Apart from the site's others, because these are needed in the browser, and only there. */
export const searchStrings = withSiteWords(search);
