import type { APIRoute } from 'astro';
import { renderJsonSchema } from '../../documents/public/releases-json-schema.ts';

const names = ['releases', 'release'] as const;

export const getStaticPaths = () => names.map((name) => ({ params: { name }, props: { name } }));

export const GET: APIRoute<{ name: (typeof names)[number] }> = ({ props }) =>
  new Response(renderJsonSchema(props.name), { headers: { 'content-type': 'application/schema+json' } });
