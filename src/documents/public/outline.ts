import { beginsWithWord, isPlainLine } from './plain-line.ts';

/** What a release says, in the order in which it is said everywhere outside the site; without any markup of its own. */
export interface Outline {
  /** States and corrections that come before all. */
  notices: Passage[];
  lead: Passage[];
  sections: Section[];
}

/** A text in Markdown, perhaps with a word before it that says what it is. */
export interface Passage {
  label?: string;
  /** True where the label is a word of the author, and in the language of the text. */
  isOwnLabel?: true;
  markdown: string;
  /** Of the text, where that is not in the language of the site. */
  locale?: string;
}

export interface Section {
  heading: string;
  /** Of the heading, where that is not in the language of the site. */
  locale?: string;
  /** True where the order of the items is the order in which things are done. */
  ordered?: boolean;
  passages?: Passage[];
  items?: Item[];
}

export interface Item {
  /** Inline Markdown. */
  title: string;
  passages: Passage[];
  /** Of the title, where that is not in the language of the site. */
  locale?: string;
}

export function section(heading: string, items: Item[], rest: Partial<Section> = {}): Section[] {
  return items.length > 0 ? [{ heading, items, ...rest }] : [];
}

/** A labelled passage, or none where there is nothing to say. */
export function texts(markdown: string | undefined, label?: string, locale?: string): Passage[] {
  return markdown ? [{ markdown, ...(label && { label }), ...(locale && { locale }) }] : [];
}

/** The same with everything in it said to be in a language. */
export function inLanguage<Text extends Passage | Item>(
  texts: readonly Text[],
  locale: string | undefined,
): Text[] {
  if (!locale) return [...texts];
  return texts.map((text) => ({
    ...text,
    locale,
    ...('passages' in text && { passages: inLanguage(text.passages, locale) }),
  }));
}

export function linkMarkdown({ title, url }: { title: string; url: string }): string {
  return `[${escapeMarkdown(title)}](<${url.replace(/[<>]/g, encodeURIComponent)}>)`;
}

/** Plain text → Markdown that says just that. CommonMark 0.31 §2.4: any ASCII punctuation can be escaped. */
export function escapeMarkdown(text: string): string {
  if (isPlainLine(text) && beginsWithWord(text)) return text;
  return text.replace(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
}
