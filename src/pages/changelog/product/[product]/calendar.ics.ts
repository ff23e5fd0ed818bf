import type { APIRoute } from 'astro';
import { calendarResponse, describeCalendar, type ShownCalendar } from '../../../../site/calendar.ts';
import { getSite, loadOutlines } from '../../../../site/load.ts';

export const getStaticPaths = async () => {
  const content = await loadOutlines();
  return getSite().products.map(({ id }) => ({
    params: { product: id },
    props: describeCalendar(content, id),
  }));
};

export const GET: APIRoute<ShownCalendar> = ({ props }) => calendarResponse(props);
