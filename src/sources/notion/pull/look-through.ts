import type { PageObjectResponse } from '@notionhq/client';
import { withoutDevice } from '../../../release/device-name.ts';
import { undashed } from '../ids.ts';
import type { FieldColumns } from '../properties/columns.ts';
import { readFields, toId } from '../properties/fields.ts';
import { readPlainText } from '../properties/rich-text.ts';
import type { Kind } from '../properties/tables.ts';
import type { SeenPage } from './decide.ts';
import { fingerprint } from './state.ts';

/** Pages that are called so are there to be duplicated, not to be read. */
export const TEMPLATE_TITLE = /^template:/i;

/** What a sweep showed: each page with its title, its file and the fingerprint of its fields. */
export function lookThrough(
  kind: Kind,
  pages: readonly PageObjectResponse[],
  columns: FieldColumns,
): { seen: SeenPage[]; titles: Map<string, string>; templates: number } {
  const titles = new Map(pages.map((page) => [undashed(page.id), titleOf(page)]));
  const taken = new Set<string>();
  const seen = pages.flatMap((page): SeenPage[] => {
    const title = titleOf(page);
    if (TEMPLATE_TITLE.test(title)) return [];
    const { fields } = readFields(kind, page, columns, titles);
    const id = fields.find((field) => field.key === 'id')?.value;
    const given = id?.type === 'scalar' ? id.text : undefined;
    const file = kind === 'plans' ? planFile(title, page.id) : itemFile(given ?? toId(title), page.id, taken);
    taken.add(file);
    return [{ page, title, file, fields: fingerprint(fields) }];
  });
  return { seen, titles, templates: pages.length - seen.length };
}

function titleOf(page: PageObjectResponse): string {
  const property = Object.values(page.properties).find((each) => each.type === 'title');
  return property?.type === 'title' ? readPlainText(property.title) : '';
}

/** `pause-without-fees-c31862ab.md`: what the plan is called, and enough of its page's id that no two share a name. */
function planFile(title: string, pageId: string): string {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return `${slug || 'untitled'}-${undashed(pageId).slice(-8)}.md`;
}

/** The name of an item's file is its id, which plans refer to. */
function itemFile(id: string, pageId: string, taken: ReadonlySet<string>): string {
  const name = `${id || 'untitled'}.md`;
  return taken.has(name) || withoutDevice(name) !== name ? `${id}-${undashed(pageId).slice(-8)}.md` : name;
}
