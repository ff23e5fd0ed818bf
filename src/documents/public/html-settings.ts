import type { documents } from '../../languages/en.ts';

/** What Slipway itself says inside a text. */
export type HtmlWords = typeof documents.texts;

/** What one call of the renderer asks for; travels with the text through the pipeline. */
export interface HtmlSettings {
  headingBase: number;
  idPrefix: string;
  base: string;
  /** Where the files of the site begin, where that is another place: pages of all languages share them. */
  filesBase: string | undefined;
  words: HtmlWords;
  page: string | undefined;
  links: boolean;
  /** Width and height in pixels of an image of this site, by its address below the site's root. */
  sizeOf?: (address: string) => { width: number; height: number } | undefined;
  /** False where only phrasing content may come out. */
  blocks: boolean;
}

declare module 'vfile' {
  interface DataMap {
    html: HtmlSettings;
  }
}
