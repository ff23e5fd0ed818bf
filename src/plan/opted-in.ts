import type { VFile } from 'vfile';
import type { Place } from './document.ts';
import type { PlanFormat } from './format.ts';
import { normaliseHeading } from './headings.ts';
import { isClosed } from './internal-lines.ts';
import { report } from './message.ts';
import { nearest } from './nearest.ts';
import type { PlanSection } from './plan.ts';
import { type Section, sections } from './sections.ts';

/** Where the author names what is published besides. */
interface Naming {
  file: VFile;
  place: Place | undefined;
}

/**
 * The sections that `publish` names, by names that the tables know. A name that means nothing, or a section that is never public, is reported:
 * its author believes it to be published.
 */
export function readOptedIn(naming: Naming, names: readonly string[], format?: PlanFormat): string[] {
  return names.map((name) => {
    const told = format?.names.get(normaliseHeading(name));
    // Those that have a name in common are all for the same readers.
    const section = told ?? all.find((each) => isNamed(each, name));
    if (!section) {
      const headings = optIn.map(({ heading }) => heading);
      const guess = nearest(name, headings);
      tell(
        naming,
        `Unknown section \`${name}\` in \`publish\`${guess ? `; did you mean \`${guess}\`?` : ''}`,
        `Possible are ${headings.join(', ')}.`,
      );
    } else if (section.audience === 'never') {
      tell(naming, `Unexpected \`${name}\` in \`publish\`, which is never public`, 'It stays internal.');
    }
    return told?.heading ?? name;
  });
}

/** Tells of a section that is opted in and holds nothing but parts that are not: each is named for itself. */
export function reportPartsInside(
  naming: Naming,
  names: readonly string[],
  written: readonly PlanSection[],
): void {
  const wanted = new Set(names.map(normaliseHeading));
  const filled = new Set<string>(written.filter((section) => section.filled).map(({ key }) => key));
  for (const whole of optIn.filter((section) => !filled.has(section.key) && !isClosed(section, wanted))) {
    const parts = optIn.filter(({ key, partOf }) => partOf === whole.key && filled.has(key));
    const closed = parts.filter((section) => isClosed(section, wanted)).map(({ heading }) => heading);
    if (closed.length === 0) continue;
    tell(
      naming,
      `Unexpected \`${whole.heading}\` in \`publish\`, which holds nothing but parts that it does not name`,
      `To publish them, name them as well: ${closed.join(', ')}.`,
    );
  }
}

function tell({ file, place }: Naming, text: string, hint: string): void {
  report(file, { code: 'RP120', severity: 'warning', text, hint, place });
}

function isNamed(section: Section, name: string): boolean {
  return !isClosed({ ...section, audience: 'opt-in' }, new Set([normaliseHeading(name)]));
}

const all: readonly Section[] = sections;
const optIn = all.filter(({ audience }) => audience === 'opt-in');
