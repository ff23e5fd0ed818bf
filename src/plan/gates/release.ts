import { changesOf, isSame, metricsOf, placeOfSection, wavesOf } from '../facts.ts';
import type { Condition } from '../gates.ts';
import type { Finding } from '../rules/rule.ts';
import { counted, fail, passUnless } from './verdict.ts';

export const isInProduction: Condition = {
  name: 'It is in production',
  check(plan) {
    const { status = 'draft', released } = plan.fields;
    const place = plan.places.status;
    if (status !== 'released') return fail(`The status is ${status}`, place);
    if (!released) return fail('The day of the release is not told', place);
    const open = wavesOf(plan)
      .filter(({ state = 'done' }) => state !== 'done')
      .map((wave) => ({ text: `Wave “${wave.name}” is ${wave.state}`, place: wave.place }));
    return passUnless(open, `Released on ${released}`, plan.places.released ?? place);
  },
};

export const hasChangelog: Condition = {
  name: 'The changelog is written',
  check(plan) {
    const changes = changesOf(plan);
    const { components = [] } = plan.values;
    const place = placeOfSection(plan, 'included', 'improvements', 'fixes');
    const faults: (Finding | false)[] = [
      changes.length === 0 && { text: 'No change is named', place },
      plan.fields.visibility !== 'public' && {
        text: 'The plan is internal, so customers see no changelog',
        place: plan.places.visibility,
      },
      ...components
        .filter(({ to }) => !to)
        .map(({ name }) => ({
          text: `Component “${name}” has no new version`,
          place: placeOfSection(plan, 'components'),
        })),
    ];
    return passUnless(
      faults.filter((fault) => fault !== false),
      `${counted(changes.length, 'change')}, ${counted(components.length, 'component')}`,
      place,
    );
  },
};

export const isMeasured: Condition = {
  name: 'The validation report has every metric',
  check(plan) {
    const { actuals = [], validation } = plan.values;
    const read = [...actuals, ...(validation?.actuals ?? [])].filter(({ value }) => value !== undefined);
    const place = placeOfSection(plan, 'actuals', 'validation');
    // A goal and the section of metrics often name the same one.
    const open = metricsOf(plan)
      .filter(({ name }, index, all) => all.findIndex((each) => isSame(each.name, name)) === index)
      .filter(({ name }) => !read.some(({ metric }) => isSame(metric, name)))
      .map((metric) => ({ text: `“${metric.name}” has no measured value`, place: metric.place ?? place }));
    if (open.length === 0 && read.length === 0) return fail('Nothing was measured', place);
    return passUnless(open, `${counted(read.length, 'metric')} measured`, place);
  },
};

export const isMitigated: Condition = {
  name: 'The validation report has issues and what was done',
  check(plan) {
    const { mitigations, validation } = plan.values;
    const place = placeOfSection(plan, 'mitigations', 'validation');
    const told = mitigations ?? validation?.mitigations;
    if (!told || (told.length === 0 && !mitigations)) {
      return fail('Nothing is said about issues; “None” is an answer', place);
    }
    const open = told
      .filter(({ mitigation }) => !mitigation)
      .map(({ issue, place: own }) => ({ text: `Nothing was done about “${issue}”`, place: own ?? place }));
    return passUnless(
      open,
      told.length === 0 ? 'No issues' : `${counted(told.length, 'issue')} answered`,
      place,
    );
  },
};
