import { type Field, fields } from '../../plan/fields.ts';
import type { PlanFields } from '../../plan/plan.ts';

/** The fields of a plan as YAML between two lines of dashes, in the order of the table; those without a value are left out. */
export function renderFrontMatter(values: PlanFields): string {
  const lines = (fields as readonly Field[]).flatMap(({ key, form }) => {
    const value = values[key as keyof PlanFields];
    if (value === undefined) return [];
    if (Array.isArray(value))
      return [`${key}: [${value.map((each) => renderScalar(each, IN_LIST)).join(', ')}]`];
    // A version is always quoted: 1.10 is not 1.1.
    return [`${key}: ${form === 'version' ? JSON.stringify(value) : renderScalar(value, ALONE)}`];
  });
  return `---\n${lines.map((line) => `${line}\n`).join('')}---\n`;
}

/** Plain where YAML cannot read anything else into it, and as JSON otherwise, which YAML reads alike. */
function renderScalar(text: string, plain: RegExp): string {
  return plain.test(text) && !/^null$/i.test(text) ? text : JSON.stringify(text);
}

const IN_LIST = /^[\p{L}\d](?:[\p{L}\d ._/’–-]*[\p{L}\d.)])?$/u;
const ALONE = /^[\p{L}\d](?:[\p{L}\d ,;._/’“”()–-]*[\p{L}\d.)”])?$/u;
