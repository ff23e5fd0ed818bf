import type { PlanDocument } from '../src/plan/document.ts';
import { findField } from '../src/plan/fields.ts';
import { type Product, type Site, SiteSchema } from '../src/release/site.ts';
import { toId } from '../src/release/slug.ts';

/** Settings for a folder that has none: its name, and the products that its plans speak of. */
export function deriveSite(folderName: string, documents: readonly PlanDocument[]): Site {
  const names = new Set(documents.flatMap(productOf));
  const products: Product[] = [...names].flatMap((name) => {
    const id = toId(name);
    return id ? [{ id, name }] : [];
  });
  const unique = products.filter(({ id }, index) => products.findIndex((each) => each.id === id) === index);
  return SiteSchema.parse({
    name: folderName,
    url: 'http://localhost:4321/',
    products: unique.length > 0 ? unique : [{ id: 'product', name: folderName }],
  });
}

function productOf(document: PlanDocument): string[] {
  const value = document.fields.find((field) => findField(field.key)?.key === 'product')?.value;
  return value?.type === 'scalar' && value.text.trim() !== '' ? [value.text.trim()] : [];
}
