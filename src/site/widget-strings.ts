import { widget, widgetPage } from '#language/widget';
import { withSiteWords } from './site-words.ts';

/** What `<whats-new>` says in other people's pages, and what the page that shows it says. */
export const widgetWords = withSiteWords({ widget }).widget;
export const widgetStrings = withSiteWords({ widgetPage }).widgetPage;
