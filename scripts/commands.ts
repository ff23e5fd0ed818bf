import { startCompilerAhead } from './build/compiler.ts';
import type { Command } from './command.ts';

/** A command as it is listed. Its code is loaded only when it is wanted, which is most of what a small command takes. */
export interface CommandEntry {
  name: string;
  summary: string;
  load: () => Promise<Command>;
}

export const commands: readonly CommandEntry[] = [
  {
    name: 'start',
    summary: 'Pull where Notion is configured, check, publish, build and serve: everything at once',
    load: async () => {
      startCompilerAhead();
      return (await import('./start.ts')).startCommand;
    },
  },
  {
    name: 'new',
    summary: 'Start a plan from a profile: feature, hotfix, maintenance, beta or deprecation',
    load: async () => (await import('./new.ts')).newCommand,
  },
  {
    name: 'check',
    summary: 'Check the plans: what is wrong, what is missing, where, and what to do',
    load: async () => (await import('./check.ts')).checkCommand,
  },
  {
    name: 'import',
    summary:
      'Make plans from history: keep-a-changelog, changesets, conventional, github, reno, istio, mozilla, kubernetes; says what it did not take over',
    load: async () => (await import('./import.ts')).importCommand,
  },
  {
    name: 'approve',
    summary: 'Write an approval into a plan, with a fingerprint of what was approved',
    load: async () => (await import('./approve.ts')).approveCommand,
  },
  {
    name: 'gate',
    summary: 'Say whether a plan may go on: g1 before the roll-out, g2 before it is closed',
    load: async () => (await import('./gate.ts')).gateCommand,
  },
  {
    name: 'publish',
    summary: 'Make the public records of the plans, and show what becomes public',
    load: async () => (await import('./publish.ts')).publishCommand,
  },
  {
    name: 'history',
    summary: 'Say how plans came to be what they are: dates that slipped, scope that grew; internal',
    load: async () => (await import('./history.ts')).historyCommand,
  },
  {
    name: 'build',
    summary: 'Build the site from the public records alone',
    load: async () => {
      startCompilerAhead();
      return (await import('./build.ts')).buildCommand;
    },
  },
  {
    name: 'dev',
    summary: 'Serve the site and publish again whenever a plan is saved',
    load: async () => (await import('./dev.ts')).devCommand,
  },
  {
    name: 'pull',
    summary: 'Bring plans and roadmap from Notion; only what changed there is read',
    load: async () => (await import('./pull.ts')).pullCommand,
  },
  {
    name: 'push',
    summary: 'Make a page in Notion from a plan file: its fields as properties, its sections as text',
    load: async () => (await import('./push.ts')).pushCommand,
  },
  {
    name: 'notion',
    summary: 'Make the databases of plans and roadmap in Notion, or add what they lack: notion init',
    load: async () => (await import('./notion.ts')).notionCommand,
  },
  {
    name: 'listen',
    summary: 'Pull and publish whenever Notion says that something changed',
    load: async () => (await import('./listen.ts')).listenCommand,
  },
  {
    name: 'since',
    summary: 'What changed, and what must be done, between two versions',
    load: async () => (await import('./since.ts')).sinceCommand,
  },
  {
    name: 'export',
    summary: 'Write what is public for other places: changelog, github, email, slack, json',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  {
    name: 'write',
    summary: 'Write a document of a release: announcement, maintenance, validation, hand-off, support',
    load: async () => (await import('./write.ts')).writeCommand,
  },
  {
    name: 'schema',
    summary: 'Write the JSON Schemas with which an editor completes plans and site.yaml',
    load: async () => (await import('./schema.ts')).schemaCommand,
  },
];
