import { join, resolve } from 'node:path';
import { describePlanSchema, describeSiteSchema } from '../src/documents/internal/editor-schemas.ts';
import { NotionPartSchema } from '../src/sources/site-file.ts';
import { Problem } from '../src/sources/problem.ts';
import { type Command, commonOptions } from './command.ts';
import { display, readContent } from './content.ts';
import { makeFolder, reasonOf, replaceFile } from './folders.ts';
import { printLine } from './terminal.ts';

export const schemaCommand: Command = {
  options: { content: commonOptions.content },
  async run(_, options) {
    const content = resolve(String(options['content'] ?? 'content'));
    const { settings } = readContent(content);
    const folder = join(content, 'schemas');
    const schemas = {
      'plan.json': describePlanSchema(settings.site),
      'site.json': describeSiteSchema(NotionPartSchema.shape),
    };
    try {
      makeFolder(folder);
      for (const [name, schema] of Object.entries(schemas)) {
        replaceFile(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`);
      }
    } catch (cause) {
      throw new Problem(`\`${display(folder)}\` could not be written: ${reasonOf(cause)}.`, { cause });
    }
    printLine(`${display(folder)} holds the schemas of plans (plan.json) and of site.yaml (site.json).`);
    return 0;
  },
};
