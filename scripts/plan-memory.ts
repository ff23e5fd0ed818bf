import type { VFile } from 'vfile';
import type { PlanDocument } from '../src/plan/document.ts';
import { parsePlan } from '../src/plan/parse-plan.ts';
import type { Plan } from '../src/plan/plan.ts';
import type { PlanSettings } from '../src/plan/settings.ts';

/** Plans as they were last understood, so that a running server need not understand again what has not changed. */
export type PlanMemory = Map<string, Remembered>;

interface Remembered {
  bytes: Buffer;
  /** What the plan was understood with. */
  settings: string;
  document: PlanDocument;
  plan: Plan;
  /** What reading had to say; rules add to it and change severities. */
  messages: { message: VFile['messages'][number]; fatal: boolean | null | undefined }[];
}

/** A plan that was read before with the same settings and has not changed since, with what reading had to say and nothing else. */
export function recall(
  memory: PlanMemory,
  path: string,
  bytes: Buffer,
  settings: string,
): Remembered | undefined {
  const remembered = memory.get(path);
  if (!remembered || remembered.settings !== settings || !remembered.bytes.equals(bytes)) return undefined;
  const { messages } = remembered.plan.file;
  messages.splice(0, messages.length, ...remembered.messages.map(({ message }) => message));
  for (const { message, fatal } of remembered.messages) message.fatal = fatal;
  return remembered;
}

/** Understands a plan, and keeps it. */
export function remember(
  memory: PlanMemory,
  path: string,
  bytes: Buffer,
  document: PlanDocument,
  settings: PlanSettings,
  key: string,
): Plan {
  const plan = parsePlan(document, settings);
  const messages = plan.file.messages.map((message) => ({ message, fatal: message.fatal }));
  memory.set(path, { bytes, settings: key, document, plan, messages });
  return plan;
}
