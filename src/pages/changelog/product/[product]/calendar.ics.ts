import type { APIRoute } from 'astro';
import { calendarResponse } from '../../../../site/calendar.ts';
import { loadContent } from '../../../../site/load.ts';

export const getStaticPaths = async () =>
  (await loadContent()).site.products.map(({ id }) => ({ params: { product: id } }));

export const GET: APIRoute = ({ params }) => calendarResponse(params.product);
