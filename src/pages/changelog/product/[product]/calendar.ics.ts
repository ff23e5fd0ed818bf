import type { APIRoute } from 'astro';
import { calendarResponse } from '../../../../site/calendar.ts';
import { getSite } from '../../../../site/load.ts';

export const getStaticPaths = async () => getSite().products.map(({ id }) => ({ params: { product: id } }));

export const GET: APIRoute = ({ params }) => calendarResponse(params.product);
