import { plainLine } from '../plan/markdown.ts';
import type { Plan, PlanChange, PlanCriterion, PlanKnownIssue, PlanWave } from '../plan/plan.ts';
import { coarsen } from '../release/date.ts';
import {
  type Audience,
  type Change,
  type Criterion,
  type KnownIssue,
  type Link,
  type Release,
  ReleaseSchema,
  type Wave,
} from '../release/release.ts';
import type { Site } from '../release/site.ts';
import { type DatePolicy, type Horizon, isUpcoming, type Status } from '../release/vocabulary.ts';
import { publishExtras } from './extras.ts';
import { productOf, publicId } from './identity.ts';
import { keepDates } from './keep-dates.ts';
import { keepIds } from './keep-ids.ts';
import { keepWindows, type WrittenWindow } from './keep-windows.ts';
import { validate } from './validate.ts';

/**
 * The wall: makes the public record of a plan. It copies what is named here, one thing at a time, and nothing else; the strict schema
 * refuses anything that is not named there too. Nothing of the result depends on a text that stays inside.
 *
 * @param previous the last published record of this plan, for ids that must not change and for what calendars must hear
 * @param now the moment of this publication
 * @returns `undefined`, with a message on the plan, where the record would not be valid
 */
export function publishPlan(
  plan: Plan,
  site: Site,
  previous: Release | undefined,
  now: Date,
): Release | undefined {
  const { fields, values } = plan;
  const id = publicId(plan, site);
  const status = fields.status ?? 'draft';
  const { released } = fields;
  const expectation = publishExpectation(plan, site.roadmap.dates, status);
  const record: Record<keyof Release, unknown> = {
    id,
    title: fields.title,
    product: productOf(plan, site),
    version: fields.version,
    channel: fields.channel,
    status,
    stage: fields.stage,
    reason: fields.reason,
    released,
    publishAt: fields.publishAt,
    edited: fields.editedAt && { on: fields.editedAt, note: fields.editNote },
    expected: undefined,
    confidence: undefined,
    horizon: undefined,
    ...expectation,
    dates: keepDates({ status, released, expected: expectation.expected }, previous, site.roadmap.dates),
    initiative: fields.initiative,
    theme: fields.theme,
    locale: fields.locale,
    translatedFrom: undefined,
    untranslated: undefined,
    aliases: fields.aliases,
    formerly: undefined,
    summary: values.summary ?? fields.summary,
    upgrade: values.upgrade,
    highlights: values.highlights,
    changes: publishChanges(plan, id, previous),
    knownIssues: publishKnownIssues(values.knownIssues ?? [], id, previous),
    components: values.components?.map(({ name, kind, from, to, notes }) => ({
      name,
      kind,
      from,
      to,
      notes,
    })),
    downloads: values.downloads?.map(({ file, url, size, sha256 }) => ({ file, url, size, sha256 })),
    audience: publishAudience(plan),
    waves: publishWaves(plan, status),
    maintenance: undefined,
    cancelledMaintenance: undefined,
    ...keepWindows({ id, status }, publishMaintenance(plan), previous, now),
    faq: values.faq?.map(({ question, answer }) => ({ question, answer })),
    materials: publishMaterials(plan),
    extras: publishExtras(plan),
  };
  return validate(ReleaseSchema, record, plan.file);
}

function publishExpectation(
  plan: Plan,
  policy: DatePolicy,
  status: Status,
): Partial<Pick<Release, 'expected' | 'confidence' | 'horizon'>> {
  const { target, precision, confidence, horizon } = plan.fields;
  if (!isUpcoming(status)) return {};
  const allowed = target && coarsen(target, policy);
  const expected = allowed && limitPrecision(allowed, precision);
  return { expected, confidence: expected ? confidence : undefined, horizon: horizon ?? HORIZONS[status] };
}

/** Where a plan stands on the roadmap when it does not say so itself. */
const HORIZONS: Partial<Record<Status, Horizon>> = {
  'in development': 'now',
  approved: 'now',
  delayed: 'next',
  planned: 'next',
};

function limitPrecision(date: string, precision: Plan['fields']['precision']): string | undefined {
  if (precision === 'year') return date.slice(0, 4);
  return precision === 'quarter' ? coarsen(date, precision) : date;
}

function publishChanges(plan: Plan, scope: string, previous: Release | undefined): Change[] {
  const { values } = plan;
  const written = [
    ...(values.breaking ?? []),
    ...(values.security ?? []),
    ...(values.deprecations ?? []),
    ...(values.removals ?? []),
    ...(values.included ?? []),
    ...(values.improvements ?? []),
    ...(values.fixes ?? []),
  ].map(publishChange);
  return keepIds(scope, written, previous?.changes);
}

function publishChange(change: PlanChange): Omit<Change, 'id'> & { id?: string } {
  const { id, kind, title, text, purpose, component, breaking, action, removal, replacement, links } = change;
  return {
    id,
    kind,
    title,
    text,
    purpose,
    component,
    breaking,
    action,
    removal,
    replacement,
    links: links.map(({ title: name, url }) => ({ title: plainLine(name), url })),
  };
}

function publishKnownIssues(
  issues: PlanKnownIssue[],
  scope: string,
  previous: Release | undefined,
): KnownIssue[] {
  const written = issues.map(({ id, title, text, affects, workaround, discoveredIn, fixedIn }) => ({
    id,
    title,
    text,
    affects,
    workaround,
    discoveredIn,
    fixedIn,
  }));
  return keepIds(scope, written, previous?.knownIssues);
}

/** Criteria are public, with the words that a machine can compare; segments and lists on their own only where opted in. */
function publishAudience(plan: Plan): Audience {
  const { audience, inclusion = [], exclusion = [] } = plan.values;
  return {
    include: [...(audience?.include ?? []), ...inclusion].map(publishCriterion),
    exclude: [...(audience?.exclude ?? []), ...exclusion].map(publishCriterion),
  };
}

function publishCriterion({ text, reason, regions, channels, tiers }: PlanCriterion): Criterion {
  return { text, reason, regions, channels, tiers };
}

/** Of a wave, its name, share, regions and state are public. Whom it holds, its days and its conditions are not. */
function publishWaves(plan: Plan, status: Status): Wave[] {
  const { waves = [], rollout, audience } = plan.values;
  const written = [waves, rollout?.waves ?? [], audience?.waves ?? []].find((each) => each.length > 0) ?? [];
  return written.map(({ name, share, regions, state }: PlanWave) => ({
    name: plainLine(name),
    state: state ?? (status === 'released' ? 'done' : 'planned'),
    share,
    regions,
  }));
}

function publishMaintenance(plan: Plan): WrittenWindow[] {
  return (plan.values.maintenance ?? []).map(({ start, end, zone, impact, affected }) => ({
    start,
    end,
    zone,
    impact,
    affected: affected.length > 0 ? affected : undefined,
  }));
}

function publishMaterials(plan: Plan): Link[] | undefined {
  return plan.values.materials?.flatMap(({ title, url, state }) =>
    url && state === 'published' ? { title: plainLine(title), url } : [],
  );
}
