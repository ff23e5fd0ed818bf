import { serialize } from 'node:v8';
import { type MessagePort, workerData } from 'node:worker_threads';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { readSiteFile } from '../../src/sources/site-file.ts';
import { packPlan } from './packed-plan.ts';
import { type PlanShare, takeTurns } from './plan-share.ts';
import { readPlan } from './read-plan.ts';

export interface ThreadData {
  share: PlanShare;
  /** Takes the place of a plan and what was understood of it. */
  port: MessagePort;
}

const { share, port } = workerData as ThreadData;
const { settings } = readSiteFile('site.yaml', share.site);
if (settings) {
  takeTurns(share, (file, place) => {
    port.postMessage([place, serialize(packPlan(parsePlan(readPlan(file), settings)))]);
  });
}
