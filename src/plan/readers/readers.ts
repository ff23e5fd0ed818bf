import { renderMarkdown } from '../markdown.ts';
import type { ValueOf } from '../plan.ts';
import type { SectionForm } from '../sections.ts';
import { readAnnouncements } from './announcements.ts';
import { readApprovals } from './approvals.ts';
import { readAudience, readCriteria } from './audience.ts';
import { readChanges } from './changes.ts';
import { readComponents, readDownloads } from './components.ts';
import { readDependencies } from './dependencies.ts';
import type { SectionInput } from './input.ts';
import { readKnownIssues } from './known-issues.ts';
import { readMaterials } from './materials.ts';
import { readMetrics } from './metrics.ts';
import { readMilestones } from './milestones.ts';
import { readObjectives } from './objectives.ts';
import { readPeople } from './people.ts';
import { readRaci } from './raci.ts';
import { readReadiness } from './readiness.ts';
import { readRequirements } from './requirements.ts';
import { readRisks } from './risks.ts';
import { readRollout } from './rollout.ts';
import { readExcluded, readQuestions, readSteps } from './scope.ts';
import { readSegments } from './segments.ts';
import { readActuals, readMitigations, readValidation } from './validation.ts';
import { readWaves } from './waves.ts';
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
  segments: readSegments,
  rollout: readRollout,
  waves: readWaves,
  windows: readWindows,
  questions: readQuestions,
  objectives: readObjectives,
  milestones: readMilestones,
  metrics: readMetrics,
  requirements: readRequirements,
  dependencies: readDependencies,
  people: readPeople,
  raci: readRaci,
  materials: readMaterials,
  announcements: readAnnouncements,
  approvals: readApprovals,
  risks: readRisks,
  readiness: readReadiness,
  validation: readValidation,
  actuals: readActuals,
  mitigations: readMitigations,
};

function readText(input: SectionInput): string {
  return renderMarkdown(input.nodes);
}
