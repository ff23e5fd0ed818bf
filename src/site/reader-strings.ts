import { reader } from '#language/reader';
import { withSiteWords } from './site-words.ts';

/** Sentences that are needed in the browser, too. Apart from the others, so that a page loads no more than these. */
export const readerStrings = withSiteWords(reader);
