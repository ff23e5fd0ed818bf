import { z } from 'zod';
import { ImportError } from './import-error.ts';
import type { ImportFile } from './imported.ts';

/**
 * A JSON file of a shape that is known.
 * @throws {ImportError} where it is no JSON, or of another shape
 */
export function readJson<Value>({ path, text }: ImportFile, schema: z.ZodType<Value>, what: string): Value {
  const result = schema.safeParse(parse(path, text));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.join('.') || 'the whole file';
  throw new ImportError(`${path} is not ${what}: ${where} is not what it should be.`);
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^﻿/, ''));
  } catch {
    throw new ImportError(`${path} is not JSON.`);
  }
}
