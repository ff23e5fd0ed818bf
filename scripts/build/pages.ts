import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { APIContext, RouteData } from 'astro';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import type { Site } from '../../src/release/site.ts';
import { groupBy } from '../../src/site/once.ts';
import type { Templates } from './templates.ts';

/** One file that the templates make. */
export interface SitePage {
  /** Below the folder of the site, with `/`. */
  file: string;
  pathname: string;
  route: RouteData;
  /** What its path hands it; absent for a page that there is once. */
  props?: Record<string, unknown>;
  /** For a page that there is once: what it says that it shows, if it does. */
  getShown?: () => Promise<unknown>;
}

/** Astro's own renderer, as it lies in the compiled templates. */
interface App {
  setInternals: (internals: unknown) => void;
  setOptions: (options: unknown) => void;
  render: (request: Request, options: { routeData: RouteData }) => Promise<Response>;
  getComponentByRoute: (route: RouteData) => Promise<Record<string, unknown>>;
  routeCache: {
    get: (route: RouteData) => { staticPaths?: { props?: Record<string, unknown> }[] } | undefined;
  };
}

export interface SitePages {
  pages: SitePage[];
  /** @throws {Error} that names the page */
  render: (page: SitePage) => Promise<Buffer>;
}

/**
 * Every page that the templates make of the records that were handed over (`src/env.d.ts`), those that there are once first: they are the
 * dearest. Routes, paths and rendering are Astro's own, so that `astro build` gives the same bytes.
 */
export async function openPages({ folder }: Templates, site: Site): Promise<SitePages> {
  const app = await openApp(folder);
  const routes = await new StaticPaths(app as never).getAll();
  const places = new Map<RouteData, number>();
  const pages = routes.map(({ pathname, route }): SitePage => {
    const place = places.get(route) ?? 0;
    places.set(route, place + 1);
    const props = route.pathname ? undefined : (app.routeCache.get(route)?.staticPaths?.[place]?.props ?? {});
    const getShown = async () => {
      const { getProps } = await app.getComponentByRoute(route);
      return typeof getProps === 'function' ? (getProps() as unknown) : undefined;
    };
    return { file: fileOf(pathname, route), pathname, route, ...(props ? { props } : { getShown }) };
  });
  const single = pages.filter(({ props }) => !props);
  // Those that are handed the same stand together, so that one process works out for all what they show.
  const many = groupBy(
    pages.filter(({ props }) => props),
    ({ props }) => props,
  );
  return {
    pages: [...single, ...[...many.values()].flat()],
    render: (page) => render(app, page, site),
  };
}

async function openApp(folder: string): Promise<App> {
  const server = join(folder, 'server');
  const entry = readdirSync(server).find((name) => name.startsWith('prerender-entry')) ?? '';
  const { app } = (await import(pathToFileURL(join(server, entry)).href)) as { app: App };
  const styles = JSON.parse(readFileSync(join(folder, 'styles.json'), 'utf8')) as [string, unknown][];
  app.setInternals({ pagesByKeys: new Map(styles.map(([key, sheets]) => [key, { styles: sheets }])) });
  const destination = { write: () => true };
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination, level: 'error' } } });
  return app;
}

function fileOf(pathname: string, { type }: RouteData): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (type === 'endpoint') return path;
  if (path === '404') return '404.html';
  return path === '' ? 'index.html' : `${path}/index.html`;
}

async function render(app: App, { pathname, route, props, file }: SitePage, site: Site): Promise<Buffer> {
  try {
    const base = site.url.replace(/\/*$/, '');
    if (route.type === 'endpoint') {
      const { GET } = await app.getComponentByRoute(route);
      const params = paramsOf(pathname, route);
      const answer = await (GET as (context: Partial<APIContext>) => Promise<Response>)({
        params,
        props: props ?? {},
      });
      return Buffer.from(await answer.arrayBuffer());
    }
    const url = encodeURI(`${base}${pathname.replace(/\/?$/, '/')}`);
    const response = await app.render(new Request(url), { routeData: route });
    if (response.status !== (route.route === '/404' ? 404 : 200))
      throw new Error(`it answers ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The page \`${file}\` (${route.component}) cannot be rendered: ${reason}`, {
      cause: error,
    });
  }
}

function paramsOf(pathname: string, route: RouteData): Record<string, string> {
  const found = route.pattern.exec(pathname) ?? [];
  return Object.fromEntries(
    route.params.map((name, index) => [name.replace(/^\.\.\./, ''), found[index + 1] ?? '']),
  );
}
