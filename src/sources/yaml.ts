import {
  type Event,
  EVENT_ID,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  YAMLException,
} from 'js-yaml';
import { explainFault, QUOTE } from './yaml-fault.ts';
import type { Place, RawField, RawMap, RawValue } from '../plan/document.ts';

/**
 * The YAML that people may write by hand: YAML 1.2 block and flow collections of plain or quoted scalars, every scalar kept as its
 * author spelt it. Refused, because they are traps or weapons in a hand-written file: anchors and aliases (YAML bombs), tags
 * (types by magic), several documents, doubled keys, tabs as indentation, and more than the limits below.
 */

const LIMITS = { depth: 20, values: 5_000 };

/** Says where and why a YAML text was refused, and what to do about it. Lines and columns count from 1. */
export class YamlError extends Error {
  readonly place: Place;
  readonly hint: string;
  constructor(message: string, place: Place, hint = QUOTE) {
    super(message);
    this.place = place;
    this.hint = hint;
  }
}

/**
 * Reads a YAML mapping; an empty text is an empty mapping. Places are those of `text`, `lineOffset` lines further down.
 * @throws {YamlError}
 */
export function readYaml(text: string, lineOffset = 0): RawMap {
  const placeAt = placeFinder(text, lineOffset);
  const events = parse(text, placeAt);
  const documents = events.filter((event) => event.type === EVENT_ID.DOCUMENT).length;
  if (documents > 1)
    throw new YamlError('it holds several documents', placeAt(0), 'Leave out the `---` between them.');
  const cursor = { index: 1, depth: 0, values: 0 };
  const first = events[cursor.index];
  if (!first || first.type === EVENT_ID.POP) return { type: 'map', entries: [] };
  const value = readValue(text, events, cursor, placeAt);
  if (value === null) return { type: 'map', entries: [] };
  if (value.type !== 'map')
    throw new YamlError(
      'it is not a list of `key: value` lines',
      placeAt(0),
      'Write `key: value`, without a dash before the key.',
    );
  return value;
}

type PlaceFinder = (offset: number) => Place;

interface Cursor {
  index: number;
  depth: number;
  values: number;
}

function readValue(text: string, events: Event[], cursor: Cursor, placeAt: PlaceFinder): RawValue {
  const event = events[cursor.index++];
  if (!event || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return null;
  if (event.type === EVENT_ID.ALIAS) {
    throw new YamlError('aliases (`*name`) are not read', placeAt(event.anchorStart));
  }
  if (event.anchorStart >= 0)
    throw new YamlError('anchors (`&name`) are not read', placeAt(event.anchorStart));
  if (event.tagStart >= 0) throw new YamlError('tags (`!name`) are not read', placeAt(event.tagStart));
  if (++cursor.values > LIMITS.values) {
    throw new YamlError(`it holds more than ${LIMITS.values} values`, placeAt(0));
  }
  if (event.type === EVENT_ID.SCALAR) {
    const value = valueOf(text, event);
    const quoted = event.style !== SCALAR_STYLE.PLAIN;
    if (!quoted && /^(?:|~|null|Null|NULL)$/.test(value)) return null;
    return { type: 'scalar', text: value, quoted, place: placeAt(event.valueStart) };
  }
  if (++cursor.depth > LIMITS.depth) {
    throw new YamlError(`it nests deeper than ${LIMITS.depth} levels`, placeAt(event.start));
  }
  const collection =
    event.type === EVENT_ID.SEQUENCE
      ? readList(text, events, cursor, placeAt)
      : readMap(text, events, cursor, placeAt);
  cursor.depth--;
  return collection;
}

/**
 * A text over several lines; one that begins with `#` stays a line of its own, for its author may take it for a comment, which folding would hide.
 */
function valueOf(text: string, event: ScalarEvent): string {
  const { style, valueStart, valueEnd, indent } = event;
  if (style === SCALAR_STYLE.PLAIN || style === SCALAR_STYLE.LITERAL_BLOCK)
    return getScalarValue(text, event);
  const line =
    style === SCALAR_STYLE.FOLDED_BLOCK ? /^[ \t]*(#[ \t].*)(\n?)/gm : /(?<=\n)[ \t]*(#[ \t].*)(\n?)/gm;
  const margin = ' '.repeat(Math.max(indent, 0));
  const apart = text.slice(valueStart, valueEnd).replace(line, `\n${margin}$1$2$2`);
  return getScalarValue(apart, { ...event, valueStart: 0, valueEnd: apart.length });
}

function readList(text: string, events: Event[], cursor: Cursor, placeAt: PlaceFinder): RawValue {
  const items: RawValue[] = [];
  while (!atEnd(events, cursor)) items.push(readValue(text, events, cursor, placeAt));
  return { type: 'list', items };
}

function readMap(text: string, events: Event[], cursor: Cursor, placeAt: PlaceFinder): RawMap {
  const entries: RawField[] = [];
  const seen = new Set<string>();
  while (!atEnd(events, cursor)) {
    const key = readValue(text, events, cursor, placeAt);
    if (key !== null && key.type !== 'scalar') {
      throw new YamlError('a key is a list or a mapping; a key is a word', placeAt(0));
    }
    const name = key?.text ?? '';
    if (seen.has(name))
      throw new YamlError(
        `the key \`${name}\` stands twice`,
        key?.place ?? placeAt(0),
        'Leave out one of the two.',
      );
    seen.add(name);
    entries.push({ key: name, value: readValue(text, events, cursor, placeAt), place: key?.place });
  }
  return { type: 'map', entries };
}

/** True, and one step further, where the collection that is being read ends. */
function atEnd(events: Event[], cursor: Cursor): boolean {
  const event = events[cursor.index];
  if (event && event.type !== EVENT_ID.POP) return false;
  cursor.index++;
  return true;
}

function parse(text: string, placeAt: PlaceFinder): Event[] {
  try {
    return parseEvents(text, { maxDepth: LIMITS.depth + 5 });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const offset = error.mark?.position ?? 0;
    const { message, hint } = explainFault(error.reason, text, offset);
    throw new YamlError(message, placeAt(offset), hint);
  }
}

function placeFinder(text: string, lineOffset: number): PlaceFinder {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), (match) => match.index + 1)];
  return (offset) => {
    const at = Math.max(0, offset);
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1 + lineOffset, column: at - (starts[low] ?? 0) + 1 };
  };
}
