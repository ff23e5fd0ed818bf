import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { APIContext, RouteData } from 'astro';
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
  getProps?: () => Record<string, unknown>;
  /** For a page that there is once: what it says that it shows, if it does. */
  getShown?: () => Promise<unknown>;
}

/** Astro's own renderer, as it lies in the compiled templates. */
interface App {
  manifest: {
    routes: { routeData: RouteData }[];
    /** What loads the module of each component. */
    pageMap: Map<string, () => Promise<unknown>>;
  };
  setInternals: (internals: unknown) => void;
  setOptions: (options: unknown) => void;
  render: (request: Request, options: { routeData: RouteData }) => Promise<Response>;
  getComponentByRoute: (route: RouteData) => Promise<Record<string, unknown>>;
  routeCache: { clearAll: () => void; set: (route: RouteData, entry: unknown) => void };
}

export interface SitePages {
  /** Those that there are once; they are the dearest. */
  single: SitePage[];
  /** Those that paths are worked out for, in series: a process lists only what it renders. */
  series: (() => Promise<SitePage[]>)[];
  /** @throws {Error} that names the page */
  render: (page: SitePage) => Promise<Buffer>;
}

/**
 * Every page that the templates make of the records that were handed over (`src/env.d.ts`). Routes, paths and rendering are Astro's own, so
 * that `astro build` gives the same bytes.
 */
export async function openPages({ folder }: Templates, site: Site): Promise<SitePages> {
  const app = await openApp(folder);
  const routes = app.manifest.routes.map(({ routeData }) => routeData).filter(({ prerender }) => prerender);
  const series = groupBy(
    routes.filter(({ pathname }) => !pathname),
    seriesOf,
  );
  return {
    single: routes.flatMap((route) => (route.pathname ? [singlePage(app, route, route.pathname)] : [])),
    series: [...series.values()].map((own) => () => listSeries(app, own)),
    render: (page) => render(app, page, site),
  };
}

/** Routes of one folder that ask for the same parameters show the same things, as the three forms of a feed do; so do all archives of feeds. */
function seriesOf({ component, params }: RouteData): string {
  if (params.includes('archive')) return 'archive';
  return [dirname(component), ...params].join(' ');
}

function singlePage(app: App, route: RouteData, pathname: string): SitePage {
  const getShown = async () => {
    const { getProps } = await app.getComponentByRoute(route);
    return typeof getProps === 'function' ? (getProps() as unknown) : undefined;
  };
  return { file: fileOf(pathname, route), pathname, route, getShown };
}

async function listSeries(app: App, routes: readonly RouteData[]): Promise<SitePage[]> {
  const pages: (SitePage & { getProps: () => Record<string, unknown> })[] = [];
  // Nothing of the series before is asked for again.
  app.routeCache.clearAll();
  for (const route of routes) {
    const mod = await app.getComponentByRoute(route);
    const paths = await (mod['getStaticPaths'] as () => Promise<StaticPath[]>)();
    const keyed = new Map(paths.map((path) => [pathOf(route, path.params), path]));
    // Astro looks here for what it renders, and would list all paths again.
    app.routeCache.set(route, { mod, staticPaths: Object.assign(paths, { keyed }) });
    for (const [pathname, path] of keyed)
      pages.push({ file: fileOf(pathname, route), pathname, route, getProps: () => path.props ?? {} });
  }
  // Those that are handed the same stand together, so that one process works out for all what they show.
  return routes.length > 1 ? [...groupBy(pages, ({ getProps }) => getProps()).values()].flat() : pages;
}

interface StaticPath {
  params: Record<string, string | undefined>;
  props?: Record<string, unknown>;
}

/** The path that Astro knows a page by, which it looks for when it renders; a page that is not found fails the build. */
function pathOf({ segments, type }: RouteData, params: StaticPath['params']): string {
  const parts = segments.map((segment) =>
    segment
      .map(({ content, dynamic, spread }) =>
        spread ? params[content.slice(3)] : dynamic ? params[content] : content,
      )
      .join('')
      .normalize(),
  );
  const path = parts.filter(Boolean).join('/');
  return path && type === 'page' ? `/${path}/` : `/${path}`;
}

async function openApp(folder: string): Promise<App> {
  const server = join(folder, 'server');
  const entry = readdirSync(server).find((name) => name.startsWith('prerender-entry')) ?? '';
  const { app } = (await import(pathToFileURL(join(server, entry)).href)) as { app: App };
  // Otherwise Node looks for it again with each page.
  const { pageMap } = app.manifest;
  for (const [component, load] of pageMap) {
    let loaded: Promise<unknown> | undefined;
    pageMap.set(component, () => (loaded ??= load()));
  }
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

async function render(app: App, { pathname, route, getProps, file }: SitePage, site: Site): Promise<Buffer> {
  try {
    const base = site.url.replace(/\/*$/, '');
    if (route.type === 'endpoint') {
      const { GET } = await app.getComponentByRoute(route);
      const params = paramsOf(pathname, route);
      const answer = await (GET as (context: Partial<APIContext>) => Promise<Response>)({
        params,
        props: getProps?.() ?? {},
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
