import { WebAddressSchema } from '../../release/release.ts';
import { compact } from '../compact.ts';
import type { Item } from '../items.ts';
import { findLabel } from '../labels.ts';
import { type MaterialState, materialStates, type PlanMaterial } from '../launch.ts';
import { complain, readTitled, type SectionInput, titledItems } from './input.ts';
import { readLinks } from './links.ts';
import { type Choice, choiceOf, plainOf } from './told.ts';

const state: Choice<MaterialState> = {
  what: 'state of a material',
  options: materialStates,
  synonyms: {
    todo: 'planned',
    notstarted: 'planned',
    open: 'planned',
    inprogress: 'draft',
    writing: 'draft',
    wip: 'draft',
    review: 'in review',
    approved: 'ready',
    done: 'ready',
    complete: 'ready',
    completed: 'ready',
    final: 'ready',
    live: 'published',
    online: 'published',
    released: 'published',
    public: 'published',
    dropped: 'cancelled',
    canceled: 'cancelled',
  },
};

const form = titledItems({
  title: ['title', 'material', 'name', 'what', 'asset', 'deliverable'],
  labels: {
    kind: ['type', 'format'],
    url: ['address', 'link', 'where', 'location', 'href'],
    owner: ['who', 'responsible', 'author'],
    state: ['status'],
  },
  group: 'kind',
});

/** Articles, videos, guides. The address is a column, a label, or the link that the title is. */
export function readMaterials(input: SectionInput): PlanMaterial[] {
  return readTitled(input, form).map((item) => {
    const link = linkIn(item.title);
    return compact({
      title: link?.title ?? item.title,
      kind: plainOf(item, 'kind'),
      url: readAddress(input, item) ?? link?.url,
      owner: plainOf(item, 'owner'),
      state: choiceOf(input, item, 'state', state) ?? stateOfBox(item),
      place: item.place,
    });
  });
}

function linkIn(title: string): { title: string; url: string } | undefined {
  const match = /^\[(.+)\]\(<?([^)>\s]+)>?(?:\s+"[^"]*")?\)$/.exec(title);
  const url = match?.[2]?.replaceAll('\\', '');
  return match?.[1] && url && WebAddressSchema.safeParse(url).success ? { title: match[1], url } : undefined;
}

function readAddress(input: SectionInput, item: Item): string | undefined {
  const label = findLabel(item.labels, 'url');
  const text = plainOf(item, 'url');
  if (!label || !text) return undefined;
  const url = readLinks(label.nodes)[0]?.url ?? text;
  if (WebAddressSchema.safeParse(url).success) return url;
  complain(input, {
    code: 'RP127',
    text: `Unexpected \`${text}\` as the address of “${item.title}”, expected one with http or https`,
    hint: 'Without a web address it is not offered to readers.',
    place: label.place,
  });
  return undefined;
}

function stateOfBox(item: Item): MaterialState | undefined {
  return item.checked === undefined ? undefined : item.checked ? 'ready' : 'planned';
}
