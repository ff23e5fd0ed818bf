import type { APIRoute } from 'astro';
import { chooseForWidget, describeWidgetFile } from '../documents/public/widget-json.ts';
import { getSite, pick } from '../site/load.ts';
import { strings } from '../site/strings.ts';
import { widgetWords } from '../site/widget-strings.ts';

export const getProps = pick(({ shipped, site }) => chooseForWidget(shipped, site));

export const GET: APIRoute = () => {
  const file = describeWidgetFile(getProps(), getSite(), {
    words: widgetWords,
    groups: strings.groups,
    stateOf: ({ status }) => (status === 'released' ? undefined : strings.statuses[status]),
  });
  return new Response(JSON.stringify(file), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
};
