import { availableParallelism } from 'node:os';
import { serialize } from 'node:v8';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import type { PlanSettings } from '../../src/plan/settings.ts';
import { keptCode } from '../kept-code.ts';
import { packPlan } from './packed-plan.ts';
import { sharePlans, takeTurns, waitForOthers } from './plan-share.ts';
import type { ThreadData } from './plan-thread.ts';
import { type PlanFile, readPlan } from './read-plan.ts';

/**
 * Understands many plans on all cores.
 * @param site the text that the settings were read from
 * @returns a packed plan for each file, as bytes, in their order
 */
export function understandTogether(
  files: readonly PlanFile[],
  settings: PlanSettings,
  site: string,
): Uint8Array[] {
  const understand = (file: PlanFile) => serialize(packPlan(parsePlan(readPlan(file), settings)));
  const threads =
    Math.min(availableParallelism(), MOST_THREADS, Math.floor(files.length / WORTH_A_THREAD)) - 1;
  if (threads < 1) return files.map(understand);
  const share = sharePlans(site, files);
  const ports = Array.from({ length: threads }, () => startThread(share));
  const packed: Uint8Array[] = [];
  takeTurns(share, (file, place) => (packed[place] = understand(file)));
  waitForOthers(share);
  for (const port of ports) {
    for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port)) {
      const [place, bytes] = next.message as [number, Uint8Array];
      packed[place] = bytes;
    }
    port.close();
  }
  // What a thread took and never gave back.
  return files.map((file, place) => packed[place] ?? understand(file));
}

/** Few plans are understood before a thread has begun. */
const WORTH_A_THREAD = 150;
const MOST_THREADS = 4;

function startThread(share: ThreadData['share']) {
  const { port1, port2 } = new MessageChannel();
  const workerData: ThreadData = { share, port: port2 };
  const thread = new Worker(new URL('plan-thread.ts', import.meta.url), {
    workerData,
    transferList: [port2],
    env: keptCode(),
    execArgv: [],
    // Trees live shortly: with little room for them, collecting them costs a fifth of the time.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });
  // A thread that fails leaves its plans to others.
  thread.on('error', () => {});
  thread.unref();
  return port1;
}
