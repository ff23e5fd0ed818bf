import { resolve } from 'node:path';
import { type Course, type CourseEvent, describeCourses } from '../src/plan/ledger.ts';
import { type Command, commonOptions } from './command.ts';
import { findPlan, readContent } from './content.ts';
import { freshEntries, readLedger } from './ledger.ts';
import { readNow } from './now.ts';
import { counted, paint, printLine } from './terminal.ts';

export const historyCommand: Command = {
  parameters: '[plans…]',
  options: { content: commonOptions.content, now: commonOptions.now, json: commonOptions.json },
  async run(words, options) {
    const content = readContent(resolve(String(options['content'] ?? 'content')));
    const asked = words.map((word) => findPlan(content, word, 'slipway history <plan>').fields.id);
    const entries = readLedger(content);
    const all = [...entries, ...freshEntries(content, entries, readNow(options['now'], content.settings))];
    const courses = describeCourses(all).filter(({ plan }) => asked.length === 0 || asked.includes(plan));
    const shown = asked.length > 0 ? courses : courses.filter(({ events }) => events.length > 0);
    if (options['json']) printLine(JSON.stringify(shown, null, 2));
    else print(shown, courses.length);
    return 0;
  },
};

function print(shown: readonly Course[], all: number): void {
  for (const course of shown) {
    printLine(`${paint('underline', course.title)}  ${paint('dim', course.plan)}`);
    printLine(`  ${[renderDates(course), renderScope(course)].filter(Boolean).join('; ')}`);
    for (const event of course.events) printEvent(event);
    printLine();
  }
  const slipped = shown.filter(({ slip = 0 }) => slip > 0).length;
  const grown = shown.filter(({ growth }) => growth > 0).length;
  printLine(
    all === 0
      ? 'There is no history yet: it begins with the first `slipway publish` of a plan that is to come.'
      : `${counted(all, 'plan')} followed: ${slipped} slipped, ${grown} grew, ${all - shown.length} as at first.`,
  );
}

function renderDates({ first, last, slip }: Course): string | undefined {
  if (slip === undefined) return last.target && `expected ${last.target}`;
  const days = counted(Math.abs(slip), 'day');
  if (slip === 0) return `expected ${last.target}, as at first`;
  return slip > 0
    ? paint('yellow', `${days} later than at first (${first.target} → ${last.target})`)
    : paint('green', `${days} earlier than at first (${first.target} → ${last.target})`);
}

function renderScope({ first, last, growth }: Course): string {
  const scope = counted(last.changes.length, 'change');
  if (growth === 0) return scope;
  const text = `${scope}, ${first.changes.length} at first`;
  return growth > 0 ? paint('yellow', text) : text;
}

function printEvent({ day, target, status, points, added, removed }: CourseEvent): void {
  const moved = [
    status && `${status.from} → ${status.to}`,
    target && `expected ${target.from ?? '–'} → ${target.to ?? '–'}`,
    points && `points ${points.from ?? 0} → ${points.to ?? 0}`,
  ].filter(Boolean);
  printLine(`  ${paint('dim', day)}  ${moved.join('; ')}`.trimEnd());
  for (const title of added) printLine(`              ${paint('green', '+')} ${title}`);
  for (const title of removed) printLine(`              ${paint('red', '−')} ${title}`);
}
