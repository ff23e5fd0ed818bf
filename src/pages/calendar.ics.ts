import type { APIRoute } from 'astro';
import { calendarResponse } from '../site/calendar.ts';

export const GET: APIRoute = () => calendarResponse();
