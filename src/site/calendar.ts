import { renderCalendar } from '../documents/public/calendar.ts';
import { loadContent } from './load.ts';

/** Everything that has a date and is public, of all products or one, as a calendar file. */
export async function calendarResponse(product?: string): Promise<Response> {
  const { releases, site, roadmapChanges } = await loadContent();
  return new Response(renderCalendar(releases, site, { product, history: roadmapChanges }), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
}
