import { JSON_SCHEMA, load } from 'js-yaml';
import { type Site, SiteSchema } from '../release/site.ts';

/**
 * Reads the text of `site.yaml`. The file also holds settings that are nobody's business but the author's; only what the site
 * needs is taken out of it.
 *
 * @throws {Error} with a sentence that names the file and the first fault
 */
export function parseSite(yaml: string, file: string): Site {
  const settings = parseYaml(yaml, file);
  const known = Object.keys(SiteSchema.shape);
  const picked = Object.fromEntries(Object.entries(settings).filter(([key]) => known.includes(key)));
  // `de:` with nothing behind it is a language without words of its own.
  const languages = Object.entries(picked['languages'] ?? {}).map(([tag, language]) => [tag, language ?? {}]);
  const result = SiteSchema.safeParse({ ...picked, languages: Object.fromEntries(languages) });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(
    `${file} cannot be used: ${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'not valid'}.`,
  );
}

function parseYaml(yaml: string, file: string): object {
  let settings: unknown;
  try {
    settings = load(yaml, { schema: JSON_SCHEMA });
  } catch (error) {
    throw new Error(`${file} is not valid YAML: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  if (typeof settings === 'object' && settings !== null && !Array.isArray(settings)) return settings;
  throw new Error(`${file} cannot be used: it holds no settings.`);
}
