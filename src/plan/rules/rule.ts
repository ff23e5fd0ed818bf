import type { Status } from '../../release/vocabulary.ts';
import type { Place } from '../document.ts';
import type { InitiativePlan } from '../initiative.ts';
import type { AuthorProblem } from '../message.ts';
import type { Plan } from '../plan.ts';
import type { PlanSettings } from '../settings.ts';

/** One check on a plan, with all that its author must know about it. The catalogue, the docs and the tests come from here. */
export interface Rule extends RuleText {
  /** Pure: looks at a plan and its surroundings, and says what it found. */
  check: (plan: Plan, context: PlanContext) => Finding[];
  examples: { ok: readonly Example[]; notOk: readonly Example[] };
}

export interface RuleText {
  code: string;
  /** A few words: “Exactly one accountable”. */
  name: string;
  severity: AuthorProblem['severity'];
  /** What is checked. */
  what: string;
  why: string;
  /** The document that the rule comes from, by number, or `product` for what the format itself needs. */
  source: '000' | '001' | '002' | '003' | '004' | 'product';
  fix: string;
  /** What is published rests on it, so that settings cannot soften it. */
  fixed?: true;
}

export interface Finding {
  /** “Unexpected …, expected …”, in one sentence. */
  text: string;
  place?: Place | undefined;
  /** Where the rule's own `fix` is not enough. */
  hint?: string;
}

/** What surrounds a plan. */
export interface PlanContext {
  settings: PlanSettings;
  /** All plans, this one among them. */
  plans: readonly Plan[];
  initiatives: readonly InitiativePlan[];
  /** A day: rules have no clock of their own. */
  today: string;
  /** The last known status of plans, by id. */
  previousStatus?: ReadonlyMap<string, Status>;
}

/** A plan in Markdown, or a plan among others on some day. Without front matter it gets that of a harmless plan. */
export type Example =
  string | { plan: string; others?: readonly string[]; today?: string; previous?: Status; settings?: object };
