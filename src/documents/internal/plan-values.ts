import type { RootContent } from 'mdast';
import { parseMarkdown } from '../../plan/markdown.ts';
import type { FormValues, ValueOf } from '../../plan/plan.ts';
import type { SectionForm } from '../../plan/sections.ts';
import { changeItem, issueItem, stepItems } from './items/changes.ts';
import {
  criterionItem,
  metricItem,
  objectiveItem,
  segmentItem,
  milestoneItem,
  waveItem,
} from './items/goals.ts';
import { actualItem, announcementItem, approvalItem, materialItem, mitigationItem } from './items/launch.ts';
import { dependencyItem, personItems, raciTable, readinessItem, riskItem } from './items/people.ts';
import { componentItem, downloadItem, exclusionItem, requirementItem, windowItems } from './items/scope.ts';
import { labelList, listOf, markdown, nested, plain, wordList, words } from './plan-items.ts';

/** One way of writing a form; a form without one does not compile. */
export const written: { [Form in SectionForm]: (value: ValueOf<Form>) => RootContent[] } = {
  text: (value) => parseMarkdown(value).children,
  changes: (value) => [listOf(value.map(changeItem))],
  excluded: (value) => [listOf(value.map(exclusionItem))],
  steps: stepItems,
  knownIssues: (value) => [listOf(value.map(issueItem))],
  components: (value) => [listOf(value.map(componentItem))],
  downloads: (value) => [listOf(value.map(downloadItem))],
  audience: writeAudience,
  inclusions: (value) => [listOf(value.map(criterionItem))],
  exclusions: (value) => [listOf(value.map(criterionItem))],
  words: (value) => [wordList(value)],
  rollout: writeRollout,
  waves: (value) => [listOf(value.map(waveItem))],
  windows: windowItems,
  questions: (value) => [listOf(value.map(({ question, answer }) => ({ title: question, text: answer })))],
  metrics: (value) => [listOf(value.map(metricItem))],
  segments: (value) => [listOf(value.map(segmentItem))],
  objectives: (value) => [listOf(value.map(objectiveItem))],
  milestones: (value) => [listOf(value.map(milestoneItem))],
  requirements: (value) => [listOf(value.map(requirementItem))],
  dependencies: (value) => [listOf(value.map(dependencyItem))],
  people: personItems,
  raci: raciTable,
  materials: (value) => [listOf(value.map(materialItem))],
  announcements: (value) => [listOf(value.map(announcementItem))],
  approvals: (value) => [listOf(value.map(approvalItem))],
  risks: (value) => [listOf(value.map(riskItem))],
  readiness: (value) => [listOf(value.map(readinessItem))],
  validation: writeValidation,
  actuals: (value) => [listOf(value.map(actualItem))],
  mitigations: (value) => [listOf(value.map(mitigationItem))],
};

function writeAudience(audience: FormValues['audience']): RootContent[] {
  const { text, segments, include, exclude, regions, channels, tiers, waves, metrics } = audience;
  return [
    ...(text ? parseMarkdown(text).children : []),
    ...labelList([
      words('Segments', segments),
      nested('Include', include.map(criterionItem)),
      nested('Exclude', exclude.map(criterionItem)),
      words('Regions', regions),
      words('Channels', channels),
      words('Plan tiers', tiers),
      nested('Waves', waves.map(waveItem)),
      nested('Metrics', metrics.map(metricItem)),
    ]),
  ];
}

function writeRollout({ strategy, waves, flags, rollback }: FormValues['rollout']): RootContent[] {
  return labelList([
    plain('Strategy', strategy),
    words('Flags', flags),
    markdown('Rollback', rollback),
    nested('Waves', waves.map(waveItem)),
  ]);
}

function writeValidation({ text, actuals, mitigations }: FormValues['validation']): RootContent[] {
  return [
    ...(text ? parseMarkdown(text).children : []),
    ...labelList([
      nested('Metric actuals', actuals.map(actualItem)),
      nested('Issues and mitigations', mitigations.map(mitigationItem)),
    ]),
  ];
}
