/** Our own icons, drawn with one stroke on a 16 × 16 field. */
export const icons = {
  breaking: 'M8 2 14.5 13.5h-13zM8 6.5v3M8 11.5v.1',
  security: 'M8 1.7 13 3.5v4.2c0 3-2 5.4-5 6.6-3-1.2-5-3.6-5-6.6V3.5z',
  deprecated: 'M4 2h8M4 14h8M5 2c0 5 6 7 6 12M11 2c0 5-6 7-6 12',
  removed: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M5.5 8h5',
  added: 'M8 3v10M3 8h10',
  changed: 'M8 13V3M4 7l4-4 4 4',
  fixed: 'm3 8.5 3.3 3.3L13 5',
  issue: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M8 5v3.5M8 11v.1',
  good: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M5.5 8.2l1.8 1.8L10.7 6.3',
  busy: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M8 4.5V8l2.3 1.6',
  warn: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M6.4 6v4M9.6 6v4',
  bad: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M6 6l4 4M10 6l-4 4',
  calm: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10M10.6 10.6 14 14',
  theme: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M8 2v12M8 4.5l4.6 0M8 8h6M8 11.5h4.6',
  feed: 'M3 3a10 10 0 0 1 10 10M3 7a6 6 0 0 1 6 6M3.5 12.5v.1',
  link: 'M6.5 9.5l3-3M7 4.5l1.2-1.2a3.2 3.2 0 0 1 4.5 4.5L11.5 9M9 11.5l-1.2 1.2a3.2 3.2 0 0 1-4.5-4.5L4.5 7',
} as const;
export type IconName = keyof typeof icons;
