import { compact } from '../compact.ts';
import type { Item } from '../items.ts';
import { findLabel, itemLabels, type Label, labelNames } from '../labels.ts';
import { readLabels } from '../read-labels.ts';
import { readMoment } from '../moment.ts';
import type { PlanWindow } from '../plan.ts';
import { complain, readSectionItems, type SectionInput } from './input.ts';
import { listOf, textOf } from './told.ts';

const names = {
  start: ['from', 'starts', 'begin', 'begins'],
  end: ['to', 'until', 'ends'],
  zone: ['time zone', 'timezone', 'tz'],
  impact: ['effect', 'what happens', 'what to expect'],
  affected: ['affects', 'services', 'systems', 'affected services', 'products'],
  notice: ['announced on', 'announced', 'notice given'],
};
const labels = labelNames(names);
const windows = { labels: itemLabels(names), titleColumns: ['window', 'name', 'what'] };

/** Windows of planned maintenance; times without an offset are those of clocks in the window's zone, or else in the site's. */
export function readWindows(input: SectionInput): PlanWindow[] {
  const heading = input.nodes.findIndex((node) => node.type === 'heading');
  const first = heading < 0 ? input.nodes : input.nodes.slice(0, heading);
  // Labels below a heading are those of its window alone.
  const below = heading < 0 ? [] : input.nodes.slice(heading);
  const { labels: own, rest } = readLabels(first, labels);
  const alone = findLabel(own, 'start') ? readWindow(input, own, input.place) : undefined;
  const others = readSectionItems({ ...input, nodes: alone ? below : [...rest, ...below] }, windows).flatMap(
    (item: Item) => readWindow(input, item.labels, item.place),
  );
  return [...(alone ?? []), ...others];
}

function readWindow(input: SectionInput, found: Label[], place: PlanWindow['place']): PlanWindow[] {
  const zoneText = findLabel(found, 'zone')?.plain;
  const zone = zoneText && isZone(zoneText) ? zoneText : input.settings.site.timezone;
  if (zoneText && !isZone(zoneText)) {
    complain(input, {
      code: 'RP120',
      text: `Unknown time zone \`${zoneText}\`, expected a name such as Europe/Stockholm`,
      hint: `Until then the times are read as those of ${zone}.`,
      place: findLabel(found, 'zone')?.place,
    });
  }
  const start = readTime(input, findLabel(found, 'start'), zone, 'start', place);
  const end = readTime(input, findLabel(found, 'end'), zone, 'end', place);
  if (!start || !end) return [];
  if (Date.parse(end) <= Date.parse(start)) {
    complain(input, {
      code: 'RP051',
      text: `Unexpected end ${findLabel(found, 'end')?.plain} before the start of the maintenance window`,
      hint: 'The window is left out until its end lies after its start.',
      place: findLabel(found, 'end')?.place ?? place,
    });
    return [];
  }
  return [
    compact({
      start,
      end,
      zone,
      zoneAssumed: zoneText || saysOffset(found) ? undefined : (true as const),
      impact: textOf({ labels: found }, 'impact'),
      affected: listOf({ labels: found }, 'affected'),
      notice: textOf({ labels: found }, 'notice'),
      place,
    }),
  ];
}

function readTime(
  input: SectionInput,
  label: Label | undefined,
  zone: string,
  key: string,
  place: PlanWindow['place'],
): string | undefined {
  const read = label ? readMoment(label.plain, zone) : undefined;
  if (read && 'moment' in read) return read.moment;
  const skipped = read?.fault === 'skipped';
  complain(input, {
    code: 'RP051',
    text: label
      ? `Unexpected \`${label.plain}\` as the ${key} of a maintenance window, expected a day and a time such as 2026-11-29 02:00`
      : `Unexpected maintenance window without ${key === 'start' ? 'a start' : 'an end'}`,
    hint: skipped
      ? `Clocks in ${zone} are put forward over this time.`
      : 'The window is left out until both times can be read.',
    place: label?.place ?? place,
  });
  return undefined;
}

/** “2026-11-29 02:00+01:00” needs no zone to be understood. */
function saysOffset(found: readonly Label[]): boolean {
  return /(?:Z|UTC|[+-]\d{2}:?\d{2})$/i.test(findLabel(found, 'start')?.plain ?? '');
}

function isZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
