import { cpSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { projectFolder, slipway } from './command-line.ts';
import { permanentFolder, writeFiles } from './files.ts';
import { languagesSite } from './languages-site.ts';
import { lonelySite } from './lonely.ts';
import { unseenSite } from './unseen.ts';

/** Sites that are built once for all files of tests that look at them: folders by name. */
export interface Sites {
  /** The demo, as somebody who changed nothing builds it. */
  demo: string;
  /** What no demo would show, below `/updates/`. */
  unseen: string;
  /** One product, one release, nothing else. */
  lonely: string;
  /** Three languages, one of which is written from right to left, below `/neu/`. */
  languages: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    sites: Sites;
  }
}

/** Vitest's global setup: gives the folders to the tests, and removes them after the last one. */
export default async function buildSites(project: TestProject): Promise<() => void> {
  const house = permanentFolder();
  const sites = {
    demo: join(house, 'demo'),
    unseen: join(house, 'unseen'),
    lonely: join(house, 'lonely'),
    languages: join(house, 'languages'),
  };
  const content = (name: string) => join(house, 'content', name);
  cpSync(resolve(projectFolder, 'content'), content('demo'), { recursive: true });
  writeFiles(content('unseen'), unseenSite());
  writeFiles(content('lonely'), lonelySite());
  writeFiles(content('languages'), languagesSite());
  await Promise.all([
    build(content('demo'), sites.demo, '2026-11-21T12:00:00Z'),
    build(content('unseen'), sites.unseen, '2026-05-10T12:00:00Z')
      .then(() => build(content('lonely'), sites.lonely, '2026-05-10T12:00:00Z'))
      .then(() => build(content('languages'), sites.languages, '2026-11-21T12:00:00Z')),
  ]);
  project.provide('sites', sites);
  return () => rmSync(house, { recursive: true, force: true });
}

async function build(content: string, out: string, now: string): Promise<void> {
  const { code, output } = await slipway(['build', '--content', content, '--out', out, '--now', now]);
  if (code !== 0) throw new Error(output);
}
