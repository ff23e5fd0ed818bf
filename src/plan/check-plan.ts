import type { VFile } from 'vfile';
import type { InitiativePlan } from './initiative.ts';
import { report } from './message.ts';
import type { Plan } from './plan.ts';
import { catalogue, rules } from './rules/catalogue.ts';
import { findOverdueReview, reviewOverdue } from './rules/review-overdue.ts';
import { findInitiativeDates, roadmapDates } from './rules/roadmap-dates.ts';
import type { Finding, PlanContext, RuleText } from './rules/rule.ts';
import type { CheckSettings, RuleSeverity } from './settings.ts';

/**
 * Runs the rules on a plan and puts what they find on its file, beside what was found when it was read, all with the severities of the
 * settings. A plan whose file could not be read has enough to say already.
 */
export function checkPlan(plan: Plan, context: PlanContext): void {
  const { file } = plan;
  const isUnreadable = file.messages.some((message) => message.ruleId === 'RP130');
  if (!isUnreadable) {
    for (const rule of rules) reportAll(file, rule, rule.check(plan, context));
  }
  applySeverities(file, context.settings);
}

/** The same for an item of the roadmap. */
export function checkInitiative(
  initiative: InitiativePlan,
  { settings }: Pick<PlanContext, 'settings'>,
): void {
  const { file, findings } = findInitiativeDates(initiative);
  reportAll(file, roadmapDates, findings);
  applySeverities(file, settings);
}

/** The same for the roadmap as a whole; messages go to the file of the settings. */
export function checkRoadmap(file: VFile, context: Pick<PlanContext, 'settings' | 'today'>): void {
  reportAll(file, reviewOverdue, findOverdueReview(context));
  applySeverities(file, context.settings);
}

function reportAll(file: VFile, rule: RuleText, findings: readonly Finding[]): void {
  for (const { text, place, hint } of findings) {
    report(file, { code: rule.code, severity: rule.severity, text, place, hint: hint ?? rule.fix });
  }
}

/** Gives the messages of a file the severities of the settings; those of rules that are off go. */
export function applySeverities(file: VFile, { rules: wanted = {} }: CheckSettings): void {
  const severityOf = (code: string | undefined): RuleSeverity | undefined =>
    code && !FIXED.has(code) ? wanted[code] : undefined;
  const kept = file.messages.filter((message) => severityOf(message.ruleId) !== 'off');
  file.messages.splice(0, file.messages.length, ...kept);
  for (const message of file.messages) {
    const severity = severityOf(message.ruleId);
    if (severity) message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined;
  }
}

const FIXED: ReadonlySet<string> = new Set(catalogue.filter((rule) => rule.fixed).map((rule) => rule.code));
