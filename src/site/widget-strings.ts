import type { WidgetWords } from '../documents/public/widget-json.ts';

/** What `<whats-new>` says in other people's pages, and what the page that shows it says. */
export const widgetWords: WidgetWords = {
  title: 'What’s new',
  unread: '# unread',
  new: 'New',
  all: 'All updates',
  none: 'Nothing here yet.',
  close: 'Close',
};

export const widgetStrings = {
  title: 'News in your own pages',
  lead: 'A small element that tells your users what is new, where they already are. No cookie, no tracking: it asks this site for one file, and what was read stays in the browser.',
  badge: 'Badge',
  badgeLead: 'A button with the number of unread releases. It opens the latest.',
  list: 'List',
  listLead: 'The latest releases as a part of the page.',
  banner: 'Banner',
  bannerLead:
    'One line for the newest release that has not been read, gone when it was closed. Here it is shown only while there is one.',
  preview: 'Pretend that nothing was read',
  attributes: 'Attributes',
  attribute: 'Attribute',
  meaning: 'Meaning',
  attributeRows: [
    ['product', 'The id of a product; all products where absent. What was read is kept for each by itself.'],
    ['look', 'badge, list or banner; badge where absent.'],
    ['limit', 'How many releases are shown, 1 to 20; 5 where absent.'],
    ['label', 'Other words for the title.'],
    ['target', 'Where links open; a new tab where absent, _self for the same.'],
    ['src', 'The address of widget.json, where the script was copied to another host.'],
  ],
  look: 'Looks',
  lookLead: 'Custom properties and parts style it from outside:',
  policy: 'Content-Security-Policy',
  policyLead:
    'A strict policy needs these two sources and nothing else; there are no inline styles and no eval.',
  frameworks: 'React and others',
  frameworksLead: 'Attributes are properties, too, and the element tells what happens.',
} as const;
