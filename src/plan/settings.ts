import type { Site } from '../release/site.ts';
import type { SectionAliases } from './headings.ts';

/** What `content/site.yaml` says about how plans are read. */
export interface PlanSettings {
  site: Site;
  sectionAliases?: SectionAliases;
}
