import type { Product, Site, Theme } from '../release/site.ts';
import { once } from './once.ts';

const productsOf = once((site: Site) => new Map(site.products.map((product) => [product.id, product])));
const themesOf = once((site: Site) => new Map(site.themes.map((theme) => [theme.id, theme])));

/** The product as the site names it; one that the site does not know goes by its id. */
export function getProduct(site: Site, id: string): Product {
  return productsOf(site).get(id) ?? { id, name: id };
}

export function getTheme(site: Site, id: string): Theme {
  return themesOf(site).get(id) ?? { id, name: id };
}

export function hasSeveralProducts(site: Site): boolean {
  return site.products.length > 1;
}

/** What belongs to products, as the site lists them; products that it does not know come last. */
export function inSiteOrder<T>(
  site: Site,
  entries: readonly (readonly [product: string, T])[],
): [string, T][] {
  const places = new Map(site.products.map(({ id }, place) => [id, place]));
  const placeOf = (id: string): number => places.get(id) ?? places.size;
  return entries.toSorted(([a], [b]) => placeOf(a) - placeOf(b)).map(([id, value]) => [id, value]);
}
