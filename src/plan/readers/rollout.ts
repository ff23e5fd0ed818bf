import type { RootContent } from 'mdast';
import { compact } from '../compact.ts';
import { labelNames } from '../labels.ts';
import { readLabels } from '../read-labels.ts';
import { plainText } from '../markdown.ts';
import type { PlanRollout } from '../plan.ts';
import { readDays, readPercent } from '../quantities.ts';
import { reportBeside, type SectionInput } from './input.ts';
import { listOf, plainOf, textOf } from './told.ts';
import { readLabelledWaves, readWaves } from './waves.ts';

const labels = labelNames({
  strategy: ['deployment strategy', 'rollout strategy', 'approach', 'deployment'],
  flags: ['flag', 'feature flag', 'feature flags'],
  rollback: ['roll-back', 'roll back', 'rollback plan', 'way back', 'backout'],
  waves: ['wave', 'phases', 'rollout waves'],
});

/** A roll-out section: strategy, flags and way back as labels; what else is listed, or told as steps, are waves. */
export function readRollout(input: SectionInput): PlanRollout {
  const { labels: found, rest } = readLabels(input.nodes, labels);
  const told = { labels: found };
  const waves = found
    .filter((label) => label.key === 'waves')
    .flatMap((label) => readLabelledWaves(input, label));
  const hasParts = rest.some((node) => node.type === 'heading');
  const steps = hasParts ? rest : rest.filter(tellsSteps);
  reportBeside(
    input,
    rest.filter((node) => !steps.includes(node)),
  );
  return compact({
    strategy: plainOf(told, 'strategy'),
    waves: [...waves, ...readWaves({ ...input, nodes: steps })],
    flags: listOf(told, 'flags'),
    rollback: textOf(told, 'rollback'),
  });
}

/** “5 % for a week, then everybody” is a row of waves; “We watch it closely” is not. */
function tellsSteps(node: RootContent): boolean {
  if (node.type === 'list' || node.type === 'table') return true;
  if (node.type !== 'paragraph') return false;
  const text = plainText(node);
  return /\bthen\b|→|->/i.test(text) || readPercent(text) !== undefined || readDays(text) !== undefined;
}
