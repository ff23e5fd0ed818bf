import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroUserConfig } from 'astro';

/**
 * Makes `astro build` stop where pages would be rendered, and keeps what it would render them with: `server/`, the compiled templates, and
 * `styles.json`, the style sheets of each page. What browsers load lies in the output as ever.
 * @param folder where both are put
 */
export function keepTemplates(folder: string): AstroIntegration {
  let out: URL;
  let pages: ReadonlyMap<string, unknown>;
  return {
    name: 'slipway:keep-templates',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => void updateConfig({ vite: withoutToolbar }),
      'astro:config:done': ({ config }) => void (out = config.outDir),
      'astro:build:setup': (build) => void (pages = build.pages),
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer({
          name: 'slipway:keep-templates',
          getStaticPaths: async () => [],
          render: () => Promise.reject(new Error('No page is rendered while templates are compiled.')),
          async teardown() {
            renameSync(join(fileURLToPath(out), '.prerender'), join(folder, 'server'));
            const styles = [...pages].map(([key, page]) => [key, (page as { styles: unknown }).styles]);
            writeFileSync(join(folder, 'styles.json'), JSON.stringify(styles));
          },
        }),
    },
  };
}

/** Astro would bundle what its toolbar for developers needs, each time that it starts without a cache. */
const withoutToolbar: NonNullable<AstroUserConfig['vite']> = {
  plugins: [
    {
      name: 'slipway:without-toolbar',
      configResolved({ environments }) {
        for (const { optimizeDeps } of Object.values(environments)) optimizeDeps.include = [];
      },
    },
  ],
};
