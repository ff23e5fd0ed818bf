import { dayIn } from '../../src/release/date.ts';
import type { SiteRecords } from '../../src/site/record-files.ts';

/** What the clock says to a site: it shows the day, and which of the moments in its records have passed. */
export interface Clock {
  state: string;
  /** The moment at which the state becomes another, in milliseconds since 1970. */
  until: number;
}

export function readClock(records: SiteRecords, timezone: string, now: Date): Clock {
  const moments = [...records.values()].flatMap((each) => {
    if (each.kind !== 'release') return [];
    const { publishAt, maintenance = [] } = each.record;
    return [...(publishAt ? [publishAt] : []), ...maintenance.flatMap(({ start, end }) => [start, end])];
  });
  const times = moments.map((moment) => Date.parse(moment));
  const passed = times.filter((time) => time <= now.getTime()).length;
  const before = times.filter((time) => time < now.getTime()).length;
  const coming = times.filter((time) => time > now.getTime());
  return {
    state: `${dayIn(timezone, now)} ${passed} ${before}`,
    until: coming.reduce((least, time) => Math.min(least, time), nextDay(timezone, now)),
  };
}

/** The first moment of the next day of a time zone. */
function nextDay(timezone: string, now: Date): number {
  const today = dayIn(timezone, now);
  let [low, high] = [now.getTime(), now.getTime() + 26 * 3_600_000];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (dayIn(timezone, new Date(middle)) === today) low = middle;
    else high = middle;
  }
  return high;
}
