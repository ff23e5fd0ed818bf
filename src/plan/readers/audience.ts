import type { RootContent } from 'mdast';
import type { Item } from '../items.ts';
import { findLabel, type Label, labelNames, readLabels, splitWords } from '../labels.ts';
import { renderMarkdown } from '../markdown.ts';
import type { PlanAudience, PlanCriterion } from '../plan.ts';
import { readSectionItems, type SectionInput } from './input.ts';
import { parseMetric } from './metrics.ts';
import { parseWaves } from './waves.ts';

const labels = labelNames({
  reason: ['why', 'because', 'rationale'],
  regions: ['region', 'country', 'countries', 'market', 'markets'],
  channels: ['channel', 'platform', 'platforms', 'device', 'devices', 'app'],
  tiers: ['tier', 'plan tier', 'plan tiers', 'plan', 'plans', 'subscription'],
});

const parts = labelNames({
  segments: ['segment', 'customer segments', 'personas', 'persona'],
  include: [
    'inclusion',
    'inclusions',
    'inclusion criteria',
    'included',
    'who gets it',
    'target customers',
    'target audience',
    'for',
  ],
  exclude: ['exclusion', 'exclusions', 'exclusion criteria', 'excluded', 'not for', 'who does not get it'],
  regions: ['region', 'markets'],
  channels: ['channel', 'platforms'],
  tiers: ['plan tiers', 'plans', 'tier'],
  waves: ['rollout', 'roll-out', 'rollout waves', 'roll-out waves'],
  metrics: ['success measures', 'success metrics', 'measures'],
});

/** Criteria as items, each with its reason and with the regions, channels and plan tiers that it names. */
export function readCriteria(input: SectionInput): PlanCriterion[] {
  const titleColumns = ['criterion', 'who', 'customers', 'segment', 'what', 'condition'];
  return readSectionItems(input, { labels, titleColumns }).map(criterionOf);
}

/** A section on target customers: labelled lines for its parts; bullets without a label say who is in. */
export function readAudience(input: SectionInput): PlanAudience {
  const { labels: found, rest } = readLabels(input.nodes, parts);
  const lists = rest.filter((node) => node.type === 'list' || node.type === 'table');
  const text = rest.filter((node) => node.type !== 'list' && node.type !== 'table');
  const words = (key: string) => found.filter((label) => label.key === key).flatMap((label) => label.values);
  const prose = renderMarkdown(text);
  return {
    ...(prose && { text: prose }),
    segments: words('segments'),
    include: [...criteriaOf(input, found, 'include'), ...criteriaIn(input, lists)],
    exclude: criteriaOf(input, found, 'exclude'),
    regions: words('regions'),
    channels: words('channels'),
    tiers: words('tiers'),
    waves: found.filter((label) => label.key === 'waves').flatMap((label) => parseWaves(label.plain)),
    metrics: found
      .filter((label) => label.key === 'metrics')
      .flatMap((label) =>
        label.plain
          .split(/\s*;\s*/)
          .filter(Boolean)
          .map(parseMetric),
      ),
  };
}

function criteriaOf(input: SectionInput, found: readonly Label[], key: string): PlanCriterion[] {
  return found
    .filter((label) => label.key === key)
    .flatMap((label) => {
      const lists = label.nodes.filter((node) => node.type === 'list');
      if (lists.length > 0) return criteriaIn(input, lists);
      const sentences = label.plain.replace(/\.$/, '');
      const words = sentences.includes(';')
        ? sentences.split(/\s*;\s*/)
        : key === 'exclude'
          ? splitWords(sentences)
          : [sentences];
      return words
        .filter(Boolean)
        .map((text) => ({ ...splitReason(text), regions: [], channels: [], tiers: [] }));
    });
}

function criteriaIn(input: SectionInput, nodes: RootContent[]): PlanCriterion[] {
  return nodes.length > 0 ? readCriteria({ ...input, nodes }) : [];
}

function criterionOf(item: Item): PlanCriterion {
  const words = (key: string) =>
    item.labels.filter((label) => label.key === key).flatMap((label) => label.values);
  const split = splitReason(item.title);
  const reason = [findLabel(item.labels, 'reason')?.value, item.text, split.reason].find(Boolean);
  return {
    text: split.text || item.title,
    ...(reason && { reason: reason.replace(/^(?:reason|why|because)\s*:\s*/i, '') }),
    regions: words('regions'),
    channels: words('channels'),
    tiers: words('tiers'),
    ...(item.place && { place: item.place }),
  };
}

/** “US market, because the licence is pending” → text and reason. */
function splitReason(text: string): { text: string; reason?: string } {
  const match = /^(.+?),?\s+(?:because|since|as long as)\s+(.+)$/i.exec(text.trim());
  return match ? { text: match[1] ?? text, reason: match[2]?.replace(/\.$/, '') } : { text: text.trim() };
}
