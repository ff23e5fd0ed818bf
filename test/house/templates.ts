/** Every template, by what its addresses look like. */
const templates: [name: string, address: RegExp][] = [
  ['home', /^index\.html$/],
  ['changelog', /^changelog\/index\.html$/],
  ['changelog-rows', /^changelog\/rows\/index\.html$/],
  ['changelog-table', /^changelog\/table\/index\.html$/],
  ['changelog-kind', /^changelog\/kind\/[^/]+\/index\.html$/],
  ['changelog-product', /^changelog\/product\/[^/]+\/index\.html$/],
  ['changelog-month', /^changelog\/\d{4}\/\d{2}\/index\.html$/],
  ['releases', /^releases\/index\.html$/],
  ['release', /^releases\/(?:[^/]+\/)?[^/]*\d[^/]*\/index\.html$/],
  ['roadmap', /^roadmap\/index\.html$/],
  ['roadmap-changes', /^roadmap\/changes\/index\.html$/],
  ['roadmap-item', /^roadmap\/(?!changes\/)[^/]+\/index\.html$/],
  ['compare', /^compare\/index\.html$/],
  ['compare-pair', /^compare\/.+\/index\.html$/],
  ['since', /^since\/.+\/index\.html$/],
  ['known-issues', /^known-issues\/index\.html$/],
  ['deprecations', /^deprecations\/index\.html$/],
  ['maintenance', /^maintenance\/index\.html$/],
  ['search', /^search\/index\.html$/],
  ['widget', /^widget\/index\.html$/],
  ['not-found', /^404\.html$/],
];

/** The largest page of each template of a built site, because that is where something breaks: its address below the site's root. */
export function findTemplates(tree: ReadonlyMap<string, Buffer>): { name: string; path: string }[] {
  return templates.flatMap(([name, address]) => {
    const [file] = [...tree]
      .filter(([path]) => address.test(path))
      .sort(([, a], [, b]) => b.length - a.length);
    return file ? [{ name, path: file[0].replace(/index\.html$/, '') }] : [];
  });
}
