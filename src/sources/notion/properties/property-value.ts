import type { PageObjectResponse, RichTextItemResponse } from '@notionhq/client';
import { readMoment } from '../../../plan/moment.ts';
import { readMarkdownText, readPlainText } from './rich-text.ts';

/** A property of a page; its types come and go in Notion, so unknown ones must be expected. */
export type Property = PageObjectResponse['properties'][string];

export interface ReadOptions {
  /** Rich text keeps its styles and links. */
  markdown: boolean;
  /** Of a range of days, the last one. */
  takeEnd: boolean;
  /** Titles of related pages, by id without dashes. */
  titles: ReadonlyMap<string, string>;
}

/** What a property says: no text, one, or several. `bare` texts are numbers or booleans. */
export interface PropertyText {
  texts: string[];
  many?: true;
  bare?: true;
  /** The type of a property that nobody can read as a text. */
  unread?: string;
}

/** Reads a property of any type as text. */
export function readProperty(property: Property, options: ReadOptions): PropertyText {
  switch (property.type) {
    case 'title':
      return one(readText(property.title, options));
    case 'rich_text':
      return one(readText(property.rich_text, options));
    case 'number':
      return bare(property.number);
    case 'checkbox':
      return bare(property.checkbox);
    case 'select':
      return one(property.select?.name);
    case 'status':
      return one(property.status?.name);
    case 'multi_select':
      return many(property.multi_select.map((option) => option.name));
    case 'date':
      return one(readDate(property.date, options));
    case 'people':
      return many(property.people.map(nameOf));
    case 'files':
      return many(property.files.map((file) => file.name));
    case 'url':
      return one(property.url);
    case 'email':
      return one(property.email);
    case 'phone_number':
      return one(property.phone_number);
    case 'formula':
      return readFormula(property.formula, options);
    case 'relation':
      return many(property.relation.map(({ id }) => options.titles.get(id.replaceAll('-', '')) ?? id));
    case 'rollup':
      return readRollup(property.rollup, options);
    case 'created_time':
      return one(property.created_time);
    case 'last_edited_time':
      return one(property.last_edited_time);
    case 'created_by':
      return one(nameOf(property.created_by));
    case 'last_edited_by':
      return one(nameOf(property.last_edited_by));
    case 'unique_id':
      return one(
        [property.unique_id.prefix, property.unique_id.number]
          .filter((part) => part !== null && part !== '')
          .join('-'),
      );
    case 'verification':
      return one(property.verification?.state);
    case 'place':
      return one(property.place?.name ?? property.place?.address);
    case 'button':
      return { texts: [] };
    default:
      return { texts: [], unread: (property as { type: string }).type };
  }
}

type Of<Type extends Property['type']> = Extract<Property, { type: Type }>;

function readText(items: RichTextItemResponse[], options: ReadOptions): string {
  return options.markdown ? readMarkdownText(items) : readPlainText(items);
}

type DateValue = Of<'date'>['date'];

/** A day stays a day. A time with a zone of its own gets that zone's offset; a range is read by one of its ends. */
function readDate(date: DateValue, options: ReadOptions): string | undefined {
  const text = (options.takeEnd && date?.end) || date?.start;
  if (!text || !date?.time_zone || !text.includes('T')) return text;
  const read = readMoment(text, date.time_zone);
  return 'moment' in read ? read.moment : text;
}

function readFormula(formula: Of<'formula'>['formula'], options: ReadOptions): PropertyText {
  switch (formula.type) {
    case 'string':
      return one(formula.string);
    case 'number':
      return bare(formula.number);
    case 'boolean':
      return bare(formula.boolean);
    case 'date':
      return one(readDate(formula.date, options));
    default:
      return { texts: [], unread: `formula of type ${formula.type}` };
  }
}

function readRollup(rollup: Of<'rollup'>['rollup'], options: ReadOptions): PropertyText {
  switch (rollup.type) {
    case 'number':
      return bare(rollup.number);
    case 'date':
      return one(readDate(rollup.date, options));
    case 'array': {
      const parts = rollup.array.map((item) => readProperty(item as Property, options));
      const unread = parts.find((part) => part.unread)?.unread;
      return { ...many(parts.flatMap((part) => part.texts)), ...(unread && { unread }) };
    }
    default:
      return { texts: [], unread: `roll-up of type ${rollup.type}` };
  }
}

function nameOf(person: object): string | undefined {
  return 'name' in person && typeof person.name === 'string' ? person.name : undefined;
}

function one(text: string | null | undefined): PropertyText {
  return { texts: text ? [text] : [] };
}

function bare(value: number | boolean | null): PropertyText {
  return { texts: value === null ? [] : [String(value)], bare: true };
}

function many(texts: (string | undefined)[]): PropertyText {
  return { texts: texts.filter((text): text is string => Boolean(text)), many: true };
}
