import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { keepTemplates } from './scripts/build/keep-templates.ts';
import { pluralForms } from './src/languages/plural.ts';
import { localiseSite } from './src/release/language.ts';
import { SiteSchema } from './src/release/site.ts';
import { recordReader } from './src/site/record-files.ts';
import { parseSite } from './src/site/site-file.ts';

// The only place of the site that knows the environment. Everything else is handed on as constants.
const content = resolve(process.env.SLIPWAY_CONTENT || 'content');
const siteFile = resolve(content, 'site.yaml');
// Whoever calls may hand the settings over, for a folder that has no file of its own.
const settings = process.env.SLIPWAY_SITE
  ? SiteSchema.parse(JSON.parse(process.env.SLIPWAY_SITE))
  : parseSite(read(siteFile), siteFile);
// One of its other languages is built as a site of its own below the first.
const language = process.env.SLIPWAY_LANGUAGE;
const site = language ? localiseSite(settings, language) : settings;
const { origin, pathname } = new URL(site.url);
const releases = resolve(content, 'releases');
const records = recordReader(releases);

// Pages are rendered in this very process. See `src/env.d.ts`.
Object.assign(globalThis, {
  __SLIPWAY_SITE__: site,
  __SLIPWAY_NOW__: new Date(process.env.SLIPWAY_NOW || Date.now()).toISOString(),
  __SLIPWAY_RECORDS__: records.read,
  __SLIPWAY_WATCH__: undefined,
});

// Astro's `defineConfig` gives back what it is given, and loads three hundred modules for it.
/** @type {import('astro').AstroUserConfig} */
export default {
  site: origin,
  base: pathname.replace(/\/*$/, '/'),
  trailingSlash: 'always',
  outDir: process.env.SLIPWAY_OUT || 'dist',
  // One cache for each content folder, and outside the output, which is emptied.
  cacheDir: `.slipway/cache/${createHash('sha256').update(content).digest('hex').slice(0, 12)}${language ? `-${language}` : ''}`,
  // Lossless: a line break between two inline elements stays a space.
  compressHTML: true,
  build: {
    inlineStylesheets: 'never',
    assets: '_',
    // All languages share one folder of styles and scripts: what has the same bytes has the same name.
    ...(language && { assetsPrefix: new URL(settings.url).pathname.replace(/\/*$/, '/') }),
  },
  ...(language && { publicDir: '.slipway/no-public' }),
  devToolbar: { enabled: false },
  integrations: [
    watchContent(),
    // `slipway build` renders the pages itself.
    ...(process.env.SLIPWAY_TEMPLATES ? [keepTemplates(process.env.SLIPWAY_TEMPLATES)] : []),
  ],
  vite: {
    // Several servers may run at once while somebody writes.
    ...(language && { cacheDir: `.slipway/vite-${language}` }),
    // Whoever is shown the site while somebody writes is not shown the plans: the server hands out nothing but what pages are made of.
    server: {
      fs: {
        allow: ['src', 'node_modules', 'public', ...(language ? [`.slipway/vite-${language}`] : [])].map(
          ours,
        ),
      },
    },
    // A strict Content-Security-Policy allows no inline script, so none is ever inlined.
    build: {
      assetsInlineLimit: 0,
      // No getter of ours does anything, so sentences that nobody says need not be loaded.
      rolldownOptions: { treeshake: { propertyReadSideEffects: false } },
    },
    // One language is built at a time. Each of its tables is a module of its own, so that a script loads the sentences that it says and no others.
    resolve: { alias: [{ find: /^#language\/(\w+)$/, replacement: `${languageFile(site.locale)}?$1` }] },
    define: {
      // Browsers load what changes words only where there is something to change.
      __SLIPWAY_STRINGS__:
        Object.keys(site.strings).length > 0
          ? JSON.stringify({ locale: site.locale, words: site.strings })
          : 'undefined',
    },
    plugins: [
      accentHue(site.look.hue),
      widgetScript(),
      smallPartsInside(),
      recordMedia(resolve(content, 'releases', '_media')),
    ],
  },
};

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`The site has no settings: ${file} cannot be read.`, { cause });
  }
}

function ours(path) {
  return resolve(import.meta.dirname, path);
}

function languageFile(locale) {
  const { language } = new Intl.Locale(locale);
  return resolve(import.meta.dirname, `src/languages/${language in pluralForms ? language : 'en'}.ts`);
}

function watchContent() {
  return {
    name: 'slipway:content',
    hooks: {
      'astro:config:setup': ({ addWatchFile }) => addWatchFile(siteFile),
      // A content folder may lie outside the project, where the server does not look by itself.
      'astro:server:setup': ({ server }) => {
        server.watcher.add([siteFile, releases]);
        server.watcher.on('all', (_, file) => {
          if (!file.startsWith(releases)) return;
          records.forget();
          // Astro keeps the paths of pages, and what they hand on, until it hears this.
          for (const { hot } of Object.values(server.environments)) hot.send('astro:content-changed', {});
          server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}

/** Writes the site's hue into the stylesheet itself, because a strict policy allows no inline style. */
function accentHue(hue) {
  return {
    name: 'slipway:accent-hue',
    enforce: 'pre',
    transform(code, id) {
      if (!id.split('?')[0].endsWith('/src/styles/tokens.css')) return undefined;
      return { code: code.replace(/--accent-hue:\s*\d+/, `--accent-hue: ${hue}`), map: null };
    },
  };
}

/** `/widget.js` is loaded by other people's pages, so its address never changes: a file of its own, without a hash. */
function widgetScript() {
  const source = resolve(import.meta.dirname, 'src/widget/whats-new.ts');
  return {
    name: 'slipway:widget',
    buildStart() {
      if (this.environment.name === 'client' && this.environment.mode === 'build') {
        this.emitFile({ type: 'chunk', id: source, fileName: 'widget.js' });
      }
    },
    configureServer(server) {
      server.middlewares.use((request, _, next) => {
        request.url = request.url.replace(/\/widget\.js(?:\?.*)?$/, `/@fs/${source.replace(/^\//, '')}`);
        next();
      });
    },
  };
}

/**
 * What a page's script cannot begin without is no request of its own after it: small parts that several scripts begin with are
 * written into each, and `/widget.js` has everything inside. None of them keeps anything that the others would have to know.
 */
function smallPartsInside() {
  const part =
    /import\{([^}]*)\}from"\.\/(?:_\/)?((?:preload-helper|(?:(?:availability|compare)-)?memory|whats-new-marker|availability-verdict|order|waiting|search-elements|copy|reader-strings|site-words)\.[\w-]+\.js)";/g;
  return {
    name: 'slipway:small-parts-inside',
    enforce: 'pre',
    // Vite's own asks for styles, too, which all stand in every page.
    load(id) {
      if (id !== '\0vite/preload-helper.js') return undefined;
      return `export const __vitePreload = (load, parts = []) => {
        for (const part of parts) {
          const link = document.createElement('link');
          link.rel = 'modulepreload';
          link.href = new URL('../' + part, import.meta.url).href;
          document.head.append(link);
        }
        return load();
      };`;
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const withParts = (script) =>
          script.replace(part, (whole, names, file) => {
            const code = withParts(bundle[`${this.environment.config.build.assetsDir}/${file}`]?.code ?? '');
            const [, body, exported] = /^([^]*)export\{([^}]*)\};\s*$/.exec(code) ?? [];
            if (!exported || body.includes('import{')) return whole;
            const inner = exported.replace(/(\w+) as (\w+)/g, '$2:$1');
            return `const{${names.replaceAll(' as ', ':')}}=(()=>{${body}return{${inner}}})();`;
          });
        for (const script of Object.values(bundle).filter(({ isEntry }) => isEntry))
          script.code = withParts(script.code);
      },
    },
  };
}

/** While developing, pictures and files that records show are served from beside them; a build has copies of its own. */
function recordMedia(folder) {
  const types = {
    png: 'image/png',
    jpg: 'image/jpeg',
    webp: 'image/webp',
    gif: 'image/gif',
    avif: 'image/avif',
    mp4: 'video/mp4',
    webm: 'video/webm',
  };
  return {
    name: 'slipway:record-media',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const [, name] = /\/media\/([0-9a-f]{20}\.[a-z0-9]{2,4})(?:\?.*)?$/.exec(request.url) ?? [];
        const file = name && join(folder, name);
        if (!file || !existsSync(file)) return next();
        response.setHeader('content-type', types[name.split('.')[1]] ?? 'application/octet-stream');
        response.end(readFileSync(file));
      });
    },
  };
}
