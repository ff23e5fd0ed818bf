import type { ParseArgsOptionDescriptor } from 'node:util';

/** 0: done · 1: the author or the operator must act · 2: a fault of ours. */
export type ExitCode = 0 | 1 | 2;

export interface Option extends ParseArgsOptionDescriptor {
  /** What stands for the value in the help: `<folder>`. */
  value?: string;
  help: string;
}

export type OptionValues = Record<string, string | boolean | undefined>;

export interface Command {
  /** Words after the command: `[files…]`. */
  parameters?: string;
  options: Record<string, Option>;
  run: (words: string[], options: OptionValues) => Promise<ExitCode>;
}

/** Options that mean the same in every command that has them. */
export const commonOptions = {
  content: { type: 'string', value: '<folder>', help: 'The folder of plans and settings (content)' },
  now: { type: 'string', value: '<moment>', help: 'Do as if it were this moment, such as 2026-11-18T09:00Z' },
  json: { type: 'boolean', help: 'Print JSON, for machines' },
} as const satisfies Record<string, Option>;

export const outOption = {
  out: { type: 'string', value: '<folder>', help: 'The folder that the site is built into (dist)' },
} as const satisfies Record<string, Option>;
