/** What one call of the renderer asks for; travels with the text through the pipeline. */
export interface HtmlSettings {
  headingBase: number;
  idPrefix: string;
  base: string;
  page: string | undefined;
  links: boolean;
  /** False where only phrasing content may come out. */
  blocks: boolean;
}

declare module 'vfile' {
  interface DataMap {
    html: HtmlSettings;
  }
}
