import type { APIRoute } from 'astro';
import { calendarResponse, getSiteCalendar } from '../site/calendar.ts';

export const getProps = getSiteCalendar;

export const GET: APIRoute = () => calendarResponse(getProps());
