import type { RootContent } from 'mdast';
import { compact } from '../compact.ts';
import type { Item } from '../items.ts';
import { findLabel, itemLabels, type Label, labelNames, splitWords } from '../labels.ts';
import { readLabels } from '../read-labels.ts';
import { renderMarkdown } from '../markdown.ts';
import type { PlanAudience, PlanCriterion } from '../plan.ts';
import { isNothing } from './answers.ts';
import { leaveUntitled, readSectionItems, type SectionInput } from './input.ts';
import { readLabelledMetrics } from './metrics.ts';
import { listOf } from './told.ts';
import { readLabelledWaves } from './waves.ts';

const labels = itemLabels({
  reason: ['why', 'because', 'rationale'],
  regions: ['region', 'country', 'countries', 'market', 'markets'],
  channels: ['channel', 'platform', 'platforms', 'device', 'devices', 'app'],
  tiers: ['tier', 'plan tier', 'plan tiers', 'plan', 'plans', 'subscription'],
});

const parts = labelNames({
  segments: ['segment', 'customer segments', 'personas', 'persona'],
  include: ['inclusion', 'inclusions', 'inclusion criteria', 'included', 'who gets it', 'for'],
  // Whom a release is for are its segments, and being one of them puts a customer in.
  customers: ['target customers', 'target audience', 'target users'],
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
  const items = readSectionItems(input, { labels, titleColumns }).map(namedByCohort);
  return leaveUntitled(input, items, 'customers').map(criterionOf);
}

/** A section on target customers: labelled lines for its parts; bullets without a label say who is in. */
export function readAudience(input: SectionInput): PlanAudience {
  const { labels: found, rest } = readLabels(input.nodes, parts);
  const lists = rest.filter((node) => node.type === 'list' || node.type === 'table');
  const text = rest.filter((node) => node.type !== 'list' && node.type !== 'table');
  const words = (key: string) => listOf({ labels: found }, key);
  const prose = renderMarkdown(text);
  const customers = criteriaOf(input, found, 'customers');
  return {
    ...(prose && { text: prose }),
    segments: [...words('segments'), ...customers.map((criterion) => criterion.text)],
    include: [...customers, ...criteriaOf(input, found, 'include'), ...criteriaIn(input, lists)],
    exclude: criteriaOf(input, found, 'exclude'),
    regions: words('regions'),
    channels: words('channels'),
    tiers: words('tiers'),
    waves: found.filter((label) => label.key === 'waves').flatMap((label) => readLabelledWaves(input, label)),
    metrics: found
      .filter((label) => label.key === 'metrics')
      .flatMap((label) => readLabelledMetrics(input, label)),
  };
}

function criteriaOf(input: SectionInput, found: readonly Label[], key: string): PlanCriterion[] {
  return found
    .filter((label) => label.key === key)
    .flatMap((label) => {
      const lists = label.nodes.filter((node) => node.type === 'list');
      if (lists.length > 0) return criteriaIn(input, lists);
      const sentence = label.value.replace(/\.$/, '');
      return splitSentence(sentence, key === 'exclude').map((text) => {
        const split = splitReason(text);
        return compact({ ...split, ...cohortOf(split.text), place: label.place });
      });
    });
}

/** Semicolons part criteria. Of those who are left out, commas do so too, unless the sentence gives a reason. */
function splitSentence(sentence: string, isExclusion: boolean): string[] {
  if (isNothing(sentence)) return [];
  if (sentence.includes(';')) return sentence.split(/\s*;\s*/).filter(Boolean);
  const isPlain = isExclusion && splitReason(sentence).reason === undefined;
  return isPlain ? splitWords(sentence) : [sentence].filter(Boolean);
}

function criteriaIn(input: SectionInput, nodes: RootContent[]): PlanCriterion[] {
  return nodes.length > 0 ? readCriteria({ ...input, nodes }) : [];
}

/** “Region: EU” says who is meant as well as a title does. */
function namedByCohort(item: Item): Item {
  const names = ['regions', 'channels', 'tiers'].flatMap((key) => listOf(item, key));
  return item.title === '' ? { ...item, title: names.join(', ') } : item;
}

function criterionOf(item: Item): PlanCriterion {
  const split = splitReason(item.title);
  const text = split.text || item.title;
  const told = cohortOf(text);
  const reason = [findLabel(item.labels, 'reason')?.value, item.text, split.reason].find(Boolean);
  const regions = listOf(item, 'regions');
  return compact({
    text,
    reason: reason?.replace(/^(?:(?:reason|why|because)\s*:|because\b)\s*/i, ''),
    regions: regions.length > 0 ? regions : told.regions,
    channels: listOf(item, 'channels'),
    tiers: listOf(item, 'tiers'),
    place: item.place,
  });
}

/** “US market” is the region US. Longer sentences mean less than the region that they name. */
function cohortOf(text: string): Pick<PlanCriterion, 'regions' | 'channels' | 'tiers'> {
  const code =
    /^(?:the )?(\p{Lu}{2,5})(?: (?:markets?|region|customers|users))?(?: (?:this cycle|for now|in this release))?\.?$/u.exec(
      text,
    )?.[1];
  return { regions: code ? [code] : [], channels: [], tiers: [] };
}

/** “US market, because the licence is pending” → text and reason. */
function splitReason(text: string): { text: string; reason?: string } {
  const match = /^(.+?),?\s+(?:because|since|as long as)\s+(.+)$/i.exec(text.trim());
  return match ? { text: match[1] ?? text, reason: match[2]?.replace(/\.$/, '') } : { text: text.trim() };
}
