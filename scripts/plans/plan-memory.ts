import type { VFile } from 'vfile';
import type { Understood } from './packed-plan.ts';
import type { PlanFile } from './read-plan.ts';

/** Plans as they were last understood, so that a running server need not understand again what has not changed. */
export type PlanMemory = Map<string, Remembered>;

interface Remembered {
  bytes: Uint8Array;
  /** What the plan was understood with. */
  site: string;
  understood: Understood;
  /** What reading had to say; rules add to it and change severities. */
  messages: { message: VFile['messages'][number]; fatal: boolean | null | undefined }[];
}

/** A plan that was read before with the same settings and has not changed since, with what reading had to say and nothing else. */
export function recall(memory: PlanMemory, { path, bytes }: PlanFile, site: string): Understood | undefined {
  const remembered = memory.get(path);
  if (remembered?.site !== site || Buffer.compare(remembered.bytes, bytes) !== 0) return undefined;
  const { messages } = remembered.understood.plan.file;
  messages.splice(0, messages.length, ...remembered.messages.map(({ message }) => message));
  for (const { message, fatal } of remembered.messages) message.fatal = fatal;
  return remembered.understood;
}

/** Keeps a plan as it was understood, before any rule looked at it. */
export function remember(
  memory: PlanMemory,
  { path, bytes }: PlanFile,
  site: string,
  understood: Understood,
): void {
  const messages = understood.plan.file.messages.map((message) => ({ message, fatal: message.fatal }));
  memory.set(path, { bytes, site, understood, messages });
}
