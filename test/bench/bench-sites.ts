import { join } from 'node:path';
import type { Release } from '../../src/release/release.ts';
import { type Generator, listGenerators } from './generators.ts';
import { measure, type Measured, sizeOf } from './measure.ts';

/** What was measured of one generator, a figure a round. */
export interface SiteFigures {
  name: string;
  /** From nothing: no output, nothing kept. */
  cold: Measured[];
  /** From nothing but what does not depend on the content, where a generator keeps that. */
  warm: Measured[];
  /** After one sentence of one release changed. */
  edit: Measured[];
  /** After nothing changed. */
  none: Measured[];
  /** A search index, for those that need another program to make it. */
  index: Measured[];
  files: number;
  megabytes: number;
  /** Why there are no figures. */
  failed?: string;
}

/** Builds the site of the same releases with every generator in turn. One that fails keeps no other from going on. */
export async function benchSites(
  folder: string,
  releases: readonly Release[],
  rounds: number,
): Promise<SiteFigures[]> {
  const all = listGenerators(folder).map((generator) => ({
    generator,
    place: join(folder, generator.name),
    figures: {
      name: generator.name,
      cold: [],
      warm: [],
      edit: [],
      none: [],
      index: [],
      files: 0,
      megabytes: 0,
    } as SiteFigures,
  }));
  for (const { generator, place } of all) generator.prepare(place, releases);
  for (let round = 0; round < rounds; round++) {
    for (const { generator, place, figures } of all) {
      if (figures.failed) continue;
      try {
        await benchRound(generator, place, figures, { releases, round });
      } catch (error) {
        figures.failed = error instanceof Error ? error.message : String(error);
      }
    }
  }
  return all.map(({ figures }) => figures);
}

async function benchRound(
  generator: Generator,
  place: string,
  figures: SiteFigures,
  { releases, round }: { releases: readonly Release[]; round: number },
): Promise<void> {
  const build = () => measure(generator.command(place));
  generator.forget(place);
  figures.cold.push(await build());
  if (generator.forgetContent) {
    generator.forgetContent(place);
    figures.warm.push(await build());
  }
  figures.none.push(await build());
  const edited = releases[Math.floor(releases.length * 0.9)];
  if (edited) generator.edit(place, edited, round);
  figures.edit.push(await build());
  Object.assign(figures, sizeOf(generator.out(place)));
  if (generator.index) figures.index.push(await measure(generator.index(place)));
}
