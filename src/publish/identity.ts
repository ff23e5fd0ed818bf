import type { Plan } from '../plan/plan.ts';
import { versionLabel } from '../release/channel.ts';
import type { Site } from '../release/site.ts';
import { toId } from '../release/slug.ts';

/**
 * The id that a plan's record has: its own, or, where its author gave none, one made of product and version, or of the title. The name of
 * its file takes no part: a file name is not public.
 */
export function publicId(plan: Plan, site: Site): string {
  const { id, product, version, title } = plan.fields;
  if (id) return id;
  const words = version
    ? `${product ?? site.products[0]?.id ?? ''} ${versionLabel(plan.fields) ?? ''}`
    : (title ?? '');
  return toId(words) ?? 'release';
}

/** True where enough of the plan could be read to say which record is its own. */
export function hasIdentity(plan: Plan): boolean {
  const { id, version, title } = plan.fields;
  return Boolean(id ?? version ?? (isUnreadable(plan) ? undefined : title));
}

/** The id in a front matter that cannot be read otherwise. */
export function guessId(plan: Plan): string | undefined {
  return /^id:[ \t]*["']?([a-z0-9-]+)["']?[ \t]*$/im.exec(frontOf(plan))?.[1]?.toLowerCase();
}

/** True where the plan may say who sees it, and it cannot be read. */
export function hidesVisibility(plan: Plan): boolean {
  return isUnreadable(plan) || (!plan.fields.visibility && /^visibility:[ \t]*\S/im.test(frontOf(plan)));
}

/** An author who writes `visibility: internal` means it, even where the rest cannot be read. */
export function saysInternal(plan: Plan): boolean {
  return plan.fields.visibility === 'internal' || /^visibility:[ \t]*["']?internal\b/im.test(frontOf(plan));
}

function isUnreadable(plan: Plan): boolean {
  return plan.file.messages.some((message) => message.ruleId === 'RP130');
}

function frontOf(plan: Plan): string {
  return String(plan.file.value ?? '').slice(0, 20_000);
}
