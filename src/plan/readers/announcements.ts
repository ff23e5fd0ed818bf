import { isDay } from '../../release/date.ts';
import { compact } from '../compact.ts';
import type { Item } from '../items.ts';
import { findLabel } from '../labels.ts';
import { type AnnouncementState, announcementStates, type PlanAnnouncement } from '../launch.ts';
import { complain, readTitled, type SectionInput, titledItems } from './input.ts';
import { type Choice, choiceOf, dateOf, plainOf } from './told.ts';

const state: Choice<AnnouncementState> = {
  what: 'state of an announcement',
  options: announcementStates,
  synonyms: {
    todo: 'planned',
    notstarted: 'planned',
    open: 'planned',
    inprogress: 'draft',
    inreview: 'draft',
    review: 'draft',
    approved: 'ready',
    done: 'sent',
    published: 'sent',
    live: 'sent',
    delivered: 'sent',
    booked: 'scheduled',
    dropped: 'cancelled',
    canceled: 'cancelled',
  },
};

const form = titledItems({
  title: ['audience', 'to', 'to whom', 'who', 'recipients', 'announcement'],
  labels: {
    channel: ['through', 'medium', 'how', 'where'],
    sendOn: ['send on', 'date', 'day', 'when', 'on', 'sent on', 'send date'],
    state: ['status'],
    group: [],
  },
  group: 'group',
});

/** To whom, through which channel, on which day, in which state. Sub-headings with lists below are audiences. */
export function readAnnouncements(input: SectionInput): PlanAnnouncement[] {
  return readTitled(input, form).map((item) => {
    const group = plainOf(item, 'group');
    return compact({
      audience: group ?? item.title,
      channel: plainOf(item, 'channel') ?? (group ? item.title : undefined),
      sendOn: readDay(input, item),
      state: choiceOf(input, item, 'state', state) ?? stateOfBox(item),
      place: item.place,
    });
  });
}

function readDay(input: SectionInput, item: Item): string | undefined {
  const date = dateOf(input, item, 'sendOn', 'the day of an announcement');
  if (date === undefined || isDay(date)) return date;
  complain(input, {
    code: 'RP121',
    text: `Unexpected \`${date}\` as the day of an announcement, expected a day such as 2026-11-18`,
    place: findLabel(item.labels, 'sendOn')?.place,
  });
  return undefined;
}

function stateOfBox(item: Item): AnnouncementState | undefined {
  return item.checked === undefined ? undefined : item.checked ? 'sent' : 'planned';
}
