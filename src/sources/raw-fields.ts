import type { Place, RawField, RawMap, RawValue } from '../plan/document.ts';

/** Where in a file the value at a path stands, or the nearest above it. */
export function placeOf(raw: RawMap, path: readonly string[]): Place | undefined {
  return fieldAt(raw, path)?.place;
}

/** The value at a path as it is called in a message. */
export function valueOf(raw: RawMap, path: readonly string[]): string | undefined {
  let value: RawValue | undefined = raw;
  for (const step of path) {
    if (value?.type === 'map') value = value.entries.find(({ key }) => key === step)?.value;
    else value = value?.type === 'list' ? value.items[Number(step)] : undefined;
  }
  if (!value) return undefined;
  if (value.type === 'scalar') return `\`${value.text}\``;
  return value.type === 'list' ? 'list' : 'mapping';
}

function fieldAt(raw: RawMap, path: readonly string[]): RawField | undefined {
  let value: RawValue | undefined = raw;
  let field: RawField | undefined;
  for (const step of path) {
    if (value?.type === 'map') {
      const next: RawField | undefined = value.entries.find((entry) => entry.key === step);
      if (!next) return field;
      field = next;
      value = next.value;
    } else if (value?.type === 'list') value = value.items[Number(step)];
    else return field;
  }
  return field;
}
