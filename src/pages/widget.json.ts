import type { APIRoute } from 'astro';
import { describeWidgetFile } from '../documents/public/widget-json.ts';
import { loadContent } from '../site/load.ts';
import { strings } from '../site/strings.ts';
import { widgetWords } from '../site/widget-strings.ts';

export const GET: APIRoute = async () => {
  const { shipped, site } = await loadContent();
  const file = describeWidgetFile(shipped, site, {
    words: widgetWords,
    groups: strings.groups,
    stateOf: ({ status }) => (status === 'released' ? undefined : strings.statuses[status]),
  });
  return new Response(JSON.stringify(file), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
};
