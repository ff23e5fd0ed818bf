/** What stands in a calendar (RFC 5545). Nobody is busy because of what others do. */
export interface CalendarEvent {
  /** Never changes. */
  uid: string;
  start: Date;
  /** The first moment, or the first day, that does not belong to it. */
  end: Date;
  /** Days instead of moments: those of `start` and `end` in UTC. */
  allDay: boolean;
  summary: string;
  description: string;
  category: string;
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  /** When what is said here was last true. */
  stamp: Date;
  modified: Date | undefined;
  /** How often it was changed. */
  sequence: number;
  url: string;
}

export interface CalendarHead {
  name: string;
  description: string;
  /** In capitals: `EN`. */
  language: string;
  url: string;
  /** After how many hours one may ask again. */
  hours: number;
}

/** A calendar as text, in the order of its events. What the events say must be free of control characters. */
export function renderCalendarText(head: CalendarHead, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Slipway//Slipway//${head.language}`,
    `URL:${head.url}`,
    'METHOD:PUBLISH',
    `NAME:${escapeText(head.name)}`,
    `X-WR-CALNAME:${escapeText(head.name)}`,
    ...(head.description ? [`X-WR-CALDESC:${escapeText(head.description)}`] : []),
    `REFRESH-INTERVAL;VALUE=DURATION:PT${head.hours}H`,
    `X-PUBLISHED-TTL:PT${head.hours}H`,
    ...events.flatMap(renderEvent),
    'END:VCALENDAR',
  ];
  return lines.map(fold).join('\r\n');
}

function renderEvent(event: CalendarEvent): string[] {
  const { allDay } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${moment(event.stamp)}`,
    allDay ? `DTSTART;VALUE=DATE:${day(event.start)}` : `DTSTART:${moment(event.start)}`,
    allDay ? `DTEND;VALUE=DATE:${day(event.end)}` : `DTEND:${moment(event.end)}`,
    ...(allDay ? ['X-MICROSOFT-CDO-ALLDAYEVENT:TRUE', 'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE'] : []),
    `SUMMARY:${escapeText(event.summary)}`,
    'TRANSP:TRANSPARENT',
    ...(event.description ? [`DESCRIPTION:${escapeText(event.description)}`] : []),
    `CATEGORIES:${escapeText(event.category)}`,
    `URL;VALUE=URI:${event.url}`,
    `STATUS:${event.status}`,
    'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
    ...(event.modified ? [`LAST-MODIFIED:${moment(event.modified)}`] : []),
    'END:VEVENT',
  ];
}

/** `20260329T003000Z` */
function moment(date: Date): string {
  return `${date.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10).replaceAll('-', '');
}

/** RFC 5545 §3.3.11 */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, String.raw`\$&`).replace(/\r\n?|\n/g, String.raw`\n`);
}

/** RFC 5545 §3.1: at most 75 octets a line, and no character is torn. */
function fold(line: string): string {
  if (Buffer.byteLength(line) <= 75) return line;
  const parts = [''];
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      parts.push(' ');
      octets = 1;
    }
    parts[parts.length - 1] += character;
    octets += size;
  }
  return parts.join('\r\n');
}
