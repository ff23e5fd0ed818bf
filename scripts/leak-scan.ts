import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { findInternalLines } from '../src/plan/internal-lines.ts';
import type { Plan } from '../src/plan/plan.ts';
import { collectSecrets, findLeaks, type PlanText } from '../src/publish/leaks.ts';
import { Problem } from '../src/sources/problem.ts';
import type { ContentFolder } from './content.ts';
import { readRecordFiles } from './records.ts';

/** Pictures and fonts hold no words. */
const NO_TEXT = new Set(['.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif', '.ico', '.woff', '.woff2']);

/**
 * Searches every file of a built site for internal words of the plans at hand.
 * @throws {Problem} where one is found
 */
export function scanForLeaks(content: ContentFolder, site: string): void {
  if (content.plans.length === 0) return;
  const records = [...readRecordFiles(join(content.folder, 'releases')).values()];
  const roadmap = content.initiatives.map((initiative) => String(initiative.file.value ?? ''));
  const secrets = collectSecrets(
    content.plans.map((plan, index) => describeText(content, plan, index)),
    records,
    [JSON.stringify(content.settings.site), ...roadmap],
  );
  for (const entry of readdirSync(site, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || NO_TEXT.has(extname(entry.name))) continue;
    const path = join(entry.parentPath, entry.name);
    const [leak] = findLeaks(secrets, readText(path));
    if (leak) {
      const where = path.slice(site.length + 1);
      throw new Problem(
        `The site was not replaced: internal words of ${leak.path}:${leak.line} stand in \`${where}\`: “${leak.words}”.`,
        {
          hint: 'Publish again if the plan has changed since. If it has not, this is a hole in Slipway: please report it.',
        },
      );
    }
  }
}

function describeText(content: ContentFolder, { file, fields }: Plan, index: number): PlanText {
  const document = content.documents[index];
  const internalLines = document
    ? findInternalLines(document, fields.publish ?? [], content.settings.format?.names)
    : new Set<number>();
  return { path: file.path, text: String(file.value ?? ''), internalLines };
}

function readText(path: string): string {
  const bytes = readFileSync(path);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isGzip ? gunzipSync(bytes, { maxOutputLength: 50_000_000 }) : bytes).toString('utf8');
}
