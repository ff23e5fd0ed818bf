import type { Plan } from '../plan/plan.ts';
import { versionLabel } from '../release/channel.ts';
import type { Site } from '../release/site.ts';
import { toId } from '../release/slug.ts';

/**
 * The id that a plan's record has: its own, or, where its author gave none, one made of product and version, or of the title. The name of
 * its file takes no part: a file name is not public.
 */
export function publicId({ fields }: { fields: Identity }, site: Site): string {
  if (fields.id) return fields.id;
  const version = versionLabel(fields);
  const words = version ? [productOf({ fields }, site), version].join(' ') : fields.title;
  return toId(words ?? '') ?? 'release';
}

/** The product of a plan: that which it names, or the only one that the site has. */
export function productOf({ fields }: { fields: Identity }, site: Site): string | undefined {
  const [first, ...others] = site.products;
  return fields.product ?? (others.length === 0 ? first?.id : undefined);
}

/** True where enough of the plan could be read to say which record is its own. */
export function hasIdentity(plan: Plan, site: Site): boolean {
  const { id, version, title } = plan.fields;
  if (id) return true;
  return Boolean(version ? productOf(plan, site) : !isUnreadable(plan) && title);
}

type Identity = Pick<Plan['fields'], 'id' | 'product' | 'version' | 'channel' | 'title'>;

/** What says which record is a plan's own, as far as it can be made out in a front matter that cannot be read. */
export function guessIdentity(plan: Plan, site: Site): Identity {
  const front = frontOf(plan);
  const guess = (key: string) =>
    new RegExp(String.raw`^[ \t]*["']?${key}["']?[ \t]*[:=][ \t]*["']?(.+?)["']?,?[ \t]*$`, 'im').exec(
      front,
    )?.[1];
  const product = guess('product')?.toLowerCase();
  return {
    id: guess('id')?.toLowerCase(),
    product: site.products.find(({ id, name }) => id === product || name.toLowerCase() === product)?.id,
    version: guess('version'),
    channel: guess('channel'),
    title: guess('title'),
  };
}

/** True where the plan may say who sees it, and it cannot be read. */
export function hidesVisibility(plan: Plan): boolean {
  return isUnreadable(plan) || (!plan.fields.visibility && VISIBILITY.test(frontOf(plan)));
}

/** An author who writes `visibility: internal` means it, even where the rest cannot be read. */
export function saysInternal(plan: Plan): boolean {
  return plan.fields.visibility === 'internal' || INTERNAL.test(frontOf(plan));
}

const VISIBILITY = /^[ \t]*["']?visibility["']?[ \t]*[:=][ \t]*\S/im;
const INTERNAL = /^[ \t]*["']?visibility["']?[ \t]*[:=][ \t]*["'[]?[ \t]*["']?internal\b/im;

function isUnreadable(plan: Plan): boolean {
  return plan.file.messages.some((message) => message.ruleId === 'RP130');
}

/** As much of the file as a front matter can be; of a file in UTF-16, every other byte is nothing. */
function frontOf(plan: Plan): string {
  return String(plan.file).slice(0, 20_000).replaceAll('\0', '');
}
