import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { reportDoubtfulMarks } from '../../src/plan/doubtful-marks.ts';
import { parseMarkdown } from '../../src/plan/markdown.ts';
import type { SectionForm } from '../../src/plan/sections.ts';
import { messagesOf } from '../plans.ts';

const told = (markdown: string, form?: SectionForm) => {
  const file = new VFile();
  reportDoubtfulMarks(file, parseMarkdown(markdown).children, form && { form });
  return messagesOf({ file }).length;
};

test.each(['changes', 'knownIssues', 'components', 'requirements'] as const)(
  'items of %s are told of that begin with the word',
  (form) => {
    expect(told('- Internal plan', form)).toBe(1);
    expect(told('**Internal plan.** a', form)).toBe(1);
  },
);

test.each([undefined, 'text', 'steps', 'questions', 'excluded', 'validation'] as const)(
  'items of prose are not, but bold words are: %s',
  (form) => {
    expect(told('- Internal plan', form)).toBe(0);
    expect(told('**Internal plan.** a', form)).toBe(1);
  },
);

test.each(['rollout', 'waves', 'segments', 'words'] as const)('names are not, nor bold words: %s', (form) => {
  expect(told('- Internal plan', form)).toBe(0);
  expect(told('**Internal plan.** a', form)).toBe(0);
});
