import { renderMarkdown } from '../markdown.ts';
import type { ValueOf } from '../plan.ts';
import type { SectionForm } from '../sections.ts';
import { readAudience, readCriteria } from './audience.ts';
import { readChanges } from './changes.ts';
import { readComponents, readDownloads } from './components.ts';
import type { SectionInput } from './input.ts';
import { readKnownIssues } from './known-issues.ts';
import { readMetrics } from './metrics.ts';
import { readExcluded, readQuestions, readSteps } from './scope.ts';
import { readRollout, readWaves } from './waves.ts';
import { readWindows } from './windows.ts';
import { readWords } from './words.ts';

/** One reader a form; a form without one does not compile. */
export const readers: { [Form in SectionForm]: (input: SectionInput) => ValueOf<Form> } = {
  text: readText,
  changes: readChanges,
  excluded: readExcluded,
  steps: readSteps,
  knownIssues: readKnownIssues,
  components: readComponents,
  downloads: readDownloads,
  audience: readAudience,
  inclusions: readCriteria,
  exclusions: readCriteria,
  words: readWords,
  segments: readText,
  rollout: readRollout,
  waves: readWaves,
  windows: readWindows,
  questions: readQuestions,
  objectives: readText,
  metrics: readMetrics,
  requirements: readText,
  dependencies: readText,
  people: readText,
  raci: readText,
  materials: readText,
  announcements: readText,
  approvals: readText,
  risks: readText,
  readiness: readText,
  validation: readText,
  actuals: readText,
};

function readText(input: SectionInput): string {
  return renderMarkdown(input.nodes);
}
