import { page } from '#language/page';
import { readerStrings } from './reader-strings.ts';
import { withSiteWords } from './site-words.ts';

/** Every sentence that pages say. Texts of releases are not here: they come from their records. */
export const strings = { ...readerStrings, ...withSiteWords(page) };
