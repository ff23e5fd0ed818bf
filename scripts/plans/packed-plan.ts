import { VFile } from 'vfile';
import type { PlanDocument } from '../../src/plan/document.ts';
import { type AuthorProblem, report } from '../../src/plan/message.ts';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { PlanSettings } from '../../src/plan/settings.ts';
import { decodePlan } from '../../src/sources/markdown.ts';
import { type PlanFile, readPlan } from './read-plan.ts';

/** A plan, and what it was understood from. */
export interface Understood {
  plan: Plan;
  document: PlanDocument;
}

/**
 * What is understood of a plan, without the trees that it was understood from: a tenth of them, and it goes from one process to another. The
 * little that needs the trees after all is read again when somebody asks for it.
 */
export interface PackedPlan extends Pick<Plan, 'fields' | 'places' | 'values'> {
  url?: string;
  /** What reading had to say. */
  problems: AuthorProblem[];
  sections: Omit<Plan['sections'][number], 'text' | 'openText'>[];
}

export function packPlan({ file, url, fields, places, values, sections }: Plan): PackedPlan {
  return {
    ...(url !== undefined && { url }),
    problems: file.messages.map(({ ruleId, fatal, reason, line, column, note }) => ({
      code: ruleId ?? '',
      severity: fatal === true ? 'error' : fatal === false ? 'warning' : 'info',
      text: reason,
      ...(line !== undefined && { place: { line, column: column ?? 1 } }),
      ...(note !== undefined && { hint: note }),
    })),
    fields,
    places,
    values,
    sections: sections.map(({ key, heading, filled, place }) => ({ key, heading, filled, place })),
  };
}

/** @param settings those that the plan was packed with */
export function unpackPlan(packed: PackedPlan, source: PlanFile, settings: PlanSettings): Understood {
  const { url, fields, places, values, problems } = packed;
  const file = new VFile({ path: source.path });
  const again = once(() => readPlan(source));
  const whole = once(() => parsePlan(again(), settings));
  Object.defineProperty(file, 'value', { get: () => decodePlan(source.bytes), enumerable: true });
  if (url !== undefined) file.data['url'] = url;
  for (const problem of problems) report(file, problem);
  const sections = packed.sections.map((section, place) => ({
    ...section,
    get text() {
      return whole().sections[place]?.text ?? '';
    },
    openText: () => whole().sections[place]?.openText() ?? '',
  }));
  const known = { file, ...(url !== undefined && { url }) };
  return {
    plan: {
      ...known,
      fields,
      places,
      values,
      sections,
      get unknown() {
        return whole().unknown;
      },
    },
    document: {
      ...known,
      get fields() {
        return again().fields;
      },
      get body() {
        return again().body;
      },
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
