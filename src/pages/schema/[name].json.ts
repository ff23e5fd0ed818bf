import type { APIRoute } from 'astro';
import { renderJsonSchema } from '../../documents/public/releases-json-schema.ts';
import { getSite } from '../../site/load.ts';

const names = ['releases', 'release'] as const;

export const getStaticPaths = () => names.map((name) => ({ params: { name }, props: { name } }));

export const GET: APIRoute<{ name: (typeof names)[number] }> = async ({ props }) => {
  const site = getSite();
  return new Response(renderJsonSchema(props.name, site), {
    headers: { 'content-type': 'application/schema+json' },
  });
};
