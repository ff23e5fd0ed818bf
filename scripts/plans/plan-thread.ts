import { enableCompileCache } from 'node:module';
import { serialize } from 'node:v8';
import { type MessagePort, workerData } from 'node:worker_threads';
import { type PlanShare, takeTurns } from './plan-share.ts';

// Compiling its own code would take longer than a hundred plans.
enableCompileCache((workerData as ThreadData).codeFolder);

const { packPlan } = await import('./packed-plan.ts');
const { readPlan } = await import('./read-plan.ts');
const { parsePlan } = await import('../../src/plan/parse-plan.ts');
const { readSiteFile } = await import('../../src/sources/site-file.ts');

export interface ThreadData {
  share: PlanShare;
  /** Takes the place of a plan and what was understood of it. */
  port: MessagePort;
  codeFolder: string | undefined;
}

const { share, port } = workerData as ThreadData;
const { settings } = readSiteFile('site.yaml', share.site);
if (settings) {
  takeTurns(share, (file, place) => {
    port.postMessage([place, serialize(packPlan(parsePlan(readPlan(file), settings)))]);
  });
}
