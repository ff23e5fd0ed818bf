import { invalid } from './errors.ts';

type Body = Record<string, unknown>;

/** The body as an object that holds none but these keys: unknown ones are refused, as Notion refuses them. */
export function checkKeys(body: unknown, allowed: readonly string[], place = 'body'): Body {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalid(
      `${place} failed validation: ${place} should be an object, instead was \`${JSON.stringify(body)}\`.`,
    );
  }
  for (const key of Object.keys(body)) {
    if (!allowed.includes(key)) {
      throw invalid(
        `${place} failed validation: ${place}.${key} should be not present, instead was \`${JSON.stringify((body as Body)[key])}\`.`,
      );
    }
  }
  return body as Body;
}

/** `page_size` from 1 to 100; 100 where it is not given. */
export function readPageSize(value: unknown, place = 'body'): number {
  if (value === undefined || value === null) return 100;
  const size = typeof value === 'string' ? Number(value) : value;
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1) {
    throw invalid(
      `${place} failed validation: ${place}.page_size should be ≥ \`1\`, instead was \`${String(value)}\`.`,
    );
  }
  if (size > 100) {
    throw invalid(
      `${place} failed validation: ${place}.page_size should be ≤ \`100\`, instead was \`${size}\`.`,
    );
  }
  return size;
}

/** Texts of at most 2,000 characters and arrays of at most 100 elements, everywhere in a body but in its Markdown. */
export function checkLimits(value: unknown, place = 'body'): void {
  if (typeof value === 'string' && value.length > 2000 && !place.endsWith('.markdown')) {
    throw invalid(
      `body failed validation: ${place}.length should be ≤ \`2000\`, instead was \`${value.length}\`.`,
    );
  }
  if (Array.isArray(value) && value.length > 100) {
    throw invalid(
      `body failed validation: ${place}.length should be ≤ \`100\`, instead was \`${value.length}\`.`,
    );
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    checkLimits(child, Array.isArray(value) ? `${place}[${key}]` : `${place}.${key}`);
  }
}
