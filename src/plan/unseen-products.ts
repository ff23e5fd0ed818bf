import type { VFile } from 'vfile';
import type { Site } from '../release/site.ts';
import type { InitiativePlan } from './initiative.ts';
import { report } from './message.ts';
import type { Plan } from './plan.ts';

/**
 * Tells of products that the site names although everything that is planned for them is internal. What the settings say is public.
 * @param settings the file of the settings
 */
export function reportUnseenProducts(
  settings: VFile,
  { products }: Site,
  plans: readonly Plan[],
  initiatives: readonly InitiativePlan[],
): void {
  for (const { id } of products) {
    const own = [
      ...plans.map(({ fields }) => fields),
      ...initiatives.map(({ product, visibility = 'public' }) => ({
        product,
        visibility,
        status: undefined,
      })),
    ].filter(({ product }) => product === id);
    const isSeen = own.some(({ visibility, status }) => visibility === 'public' && status !== 'draft');
    if (own.length === 0 || isSeen) continue;
    report(settings, {
      code: 'RP145',
      severity: 'warning',
      text: `Doubtful product \`${id}\`, of which everything is internal, but not its name`,
      hint: 'All settings are public, and the site names the product. If nobody may know of it, keep it and its plans in a content folder of their own.',
      place: placeOf(settings, id),
    });
  }
}

function placeOf(settings: VFile, id: string): { line: number; column: number } | undefined {
  const lines = String(settings.value ?? '').split('\n');
  const line = lines.findIndex((each) => /\bid:\s*["']?([\w.-]+)/.exec(each)?.[1] === id);
  return line < 0 ? undefined : { line: line + 1, column: 1 };
}
