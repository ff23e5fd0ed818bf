import matter from 'gray-matter';
import { VFile } from 'vfile';
import type { Place, PlanDocument, RawField } from '../plan/document.ts';
import { report } from '../plan/message.ts';
import { findDoubt } from './front-matter-doubt.ts';
import { parseReadable } from './parse-body.ts';
import { readYaml, YamlError } from './yaml.ts';

/** The largest plan that is read, in bytes. A plan of this size is a book; larger ones are something else. */
export const MAX_PLAN_BYTES = 1_000_000;

const decoder = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8');

/**
 * Reads one Markdown file as a plan document. Never throws for what stands in the file: what cannot be read is a message
 * on `document.file`, and the document is then as empty as it must be.
 */
export function readMarkdown(path: string, bytes: Uint8Array): PlanDocument {
  const file = new VFile({ path });
  const nothing: PlanDocument = { file, fields: [], body: { type: 'root', children: [] } };
  const text = decode(file, bytes);
  file.value = text ?? decodeBeginning(bytes);
  if (text === undefined) return nothing;
  if (text.trim() === '') {
    refuse(
      file,
      'Unexpected empty file, expected a plan',
      'Start one with `slipway new`, or delete the file.',
    );
    return nothing;
  }
  const parts = splitFrontMatter(file, text);
  if (!parts) return nothing;
  const body = parseReadable(parts.body);
  if ('type' in body) return { file, fields: parts.fields, body };
  refuse(
    file,
    `Unexpected ${body.found}, expected ${body.expected}`,
    'Software made this, or an accident did: write it as a person would read it, or take it out.',
    { line: body.line, column: 1 },
  );
  return { ...nothing, fields: parts.fields };
}

/** The text of a plan file as messages point into it. */
export function decodePlan(bytes: Uint8Array): string {
  return decode(new VFile(), bytes) ?? decodeBeginning(bytes);
}

/** Of what cannot be read, at least its author's wish to keep it inside is made out. */
function decodeBeginning(bytes: Uint8Array): string {
  return lenient.decode(bytes.subarray(0, 20_000));
}

function decode(file: VFile, bytes: Uint8Array): string | undefined {
  if (bytes.length > MAX_PLAN_BYTES) {
    refuse(
      file,
      `Unexpected size of more than ${MAX_PLAN_BYTES.toLocaleString('en')} bytes, expected at most so many`,
      'A plan is text; keep pictures and exports beside it, or split it into several releases.',
    );
    return undefined;
  }
  try {
    // A byte order mark is dropped by the decoder.
    const text = decoder.decode(bytes).replace(/\r\n?/g, '\n');
    // UTF-16 without a mark at its beginning is UTF-8 with a zero behind each letter.
    const zero = text.indexOf('\0');
    if (zero < 0) return text;
    const place = {
      line: text.slice(0, zero).split('\n').length,
      column: zero - text.lastIndexOf('\n', zero),
    };
    refuse(file, 'Unexpected zero byte, expected text', 'Save the file as UTF-8.', place);
    return undefined;
  } catch {
    refuse(file, 'Unexpected bytes that are not UTF-8 text', 'Save the file as UTF-8.');
    return undefined;
  }
}

/** The fields, and the body with the front matter blanked out so that every line keeps its number. */
function splitFrontMatter(file: VFile, text: string): { fields: RawField[]; body: string } | undefined {
  const [firstLine = ''] = text.split('\n', 1);
  const doubt = findDoubt(text);
  if (doubt) {
    refuse(file, doubt.text, doubt.hint, { line: doubt.line, column: 1 });
    return undefined;
  }
  if (!firstLine.startsWith('---') || /^-{4,}\s*$/.test(firstLine)) return { fields: [], body: text };
  const language = firstLine.slice(3).trim();
  if (language !== '' && !/^ya?ml$/i.test(language)) {
    refuse(
      file,
      `Unexpected front matter in \`${language.slice(0, 40)}\`, expected YAML`,
      'Begin the file with a line of three dashes and nothing else. Front matter that is code is never run.',
      { line: 1, column: 4 },
    );
    return undefined;
  }
  if (!/\n---[ \t]*(?:\n|$)/.test(text)) {
    refuse(
      file,
      'Unexpected end of file inside the front matter, expected a closing line `---`',
      'Add a line of three dashes after the last field.',
      { line: 1, column: 1 },
    );
    return undefined;
  }
  try {
    return cut(text);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    refuse(file, `Unexpected YAML in the front matter: ${error.message}`, error.hint, error.place);
    return undefined;
  }
}

function cut(text: string): { fields: RawField[]; body: string } {
  let fields: RawField[] = [];
  // gray-matter evaluates `---js` as code and caches calls without options: every engine but ours is shut, and options are given.
  const { content } = matter(text.replace(/^---.*\n/, '---\n').replace(/\n---[ \t]*(?=\n|$)/, '\n---'), {
    language: 'yaml',
    engines: {
      yaml: (yaml: string) => {
        fields = readYaml(yaml.replace(/^\n/, ''), 1).entries;
        return {};
      },
      javascript: shut,
      json: shut,
    },
  });
  const lines = text.split('\n').length - content.split('\n').length;
  return { fields, body: '\n'.repeat(lines) + content };
}

function shut(): never {
  throw new YamlError('only YAML is read', { line: 1, column: 1 });
}

function refuse(file: VFile, text: string, hint: string, place?: Place): void {
  report(file, { code: 'RP130', severity: 'error', text, hint, place });
}
