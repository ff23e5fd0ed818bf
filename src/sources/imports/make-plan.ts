import { hash } from 'node:crypto';
import { VFile } from 'vfile';
import { parseMarkdown, renderMarkdown } from '../../plan/markdown.ts';
import type { Plan, PlanChange, PlanFields, PlanValues } from '../../plan/plan.ts';
import { HISTORY } from '../../plan/profiles.ts';
import type { SectionKey } from '../../plan/sections.ts';
import type { Product } from '../../release/site.ts';
import { toId } from '../../release/slug.ts';
import type { Kind } from '../../release/vocabulary.ts';
import { type ImportedRelease, labelOf } from './imported.ts';

/**
 * The plan of an imported release. It is public, as its source was, unless that is not wanted or it has no day yet.
 * @param product whose release it is
 */
export function makePlan(
  release: ImportedRelease,
  product: Product,
  path: string,
  options: { internal: boolean },
): Plan {
  const values = valuesOf(release);
  const sections = (Object.keys(values) as SectionKey[]).map((key) => ({
    key,
    heading: key,
    filled: true,
    text: '',
    openText: () => '',
  }));
  return {
    file: new VFile({ path }),
    fields: fieldsOf(release, product, options.internal || release.isInternal === true),
    places: {},
    values,
    sections,
    unknown: [],
  };
}

function fieldsOf(release: ImportedRelease, product: Product, internal: boolean): PlanFields {
  const { fields } = release;
  const label = labelOf(release);
  const isPublic = !internal && fields.status !== 'draft' && fields.released !== undefined;
  const name = label ? `${product.name} ${label}` : `What comes next in ${product.name}`;
  return {
    ...fields,
    title: fields.title ?? name,
    profile: HISTORY,
    id: toId([product.id, label ?? 'next', spellTitle(fields)].join(' ')) ?? 'imported',
    product: product.id,
    visibility: isPublic ? 'public' : 'internal',
  };
}

/** An id has Latin letters only; a title in others, which tells a release without a version from one of the same day, stands in it as its digest. */
function spellTitle({ version, title }: ImportedRelease['fields']): string {
  return !version && title && !toId(title) ? hash('sha256', title, 'hex').slice(0, 8) : '';
}

const SECTIONS: Record<Kind, SectionKey> = {
  security: 'security',
  deprecated: 'deprecations',
  removed: 'removals',
  added: 'included',
  changed: 'improvements',
  fixed: 'fixes',
};

/** In the order of the page. */
function valuesOf({ summary, upgrade, changes, knownIssues, downloads }: ImportedRelease): PlanValues {
  const tidy = (text: string) => renderMarkdown(parseMarkdown(text).children);
  const of = (kind: Kind): PlanChange[] => changes.filter((change) => change.kind === kind);
  const kinds = (Object.keys(SECTIONS) as Kind[]).map((kind) => [SECTIONS[kind], of(kind)] as const);
  const all = {
    summary: summary && tidy(summary),
    upgrade: upgrade.map((step) => ({ ...step, text: tidy(step.text) })),
    ...Object.fromEntries(kinds),
    knownIssues,
    downloads,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value && value.length > 0));
}
