import * as en from './en.ts';
import { namesOfWords } from './own-words.ts';

/** The names of all sentences that a site can say in its own words, as `strings` in `site.yaml` has them. */
export function stringNames(): string[] {
  const { page, reader, search, compare, documents, widget, widgetPage } = en;
  return [page, reader, search, compare, { documents, widget, widgetPage }].flatMap((words) =>
    namesOfWords(words),
  );
}
