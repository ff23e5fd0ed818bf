import type { PropertyValue, RichText } from './wire.ts';

/** Property values as Notion sends them. */

export function richText(text: string): RichText {
  if (text === '') return [];
  return [
    {
      type: 'text',
      text: { content: text, link: null },
      annotations: {
        bold: false,
        italic: false,
        strikethrough: false,
        underline: false,
        code: false,
        color: 'default',
      },
      plain_text: text,
      href: null,
    },
  ];
}

export const title = (text: string): PropertyValue => ({ type: 'title', title: richText(text) });
export const text = (content: string): PropertyValue => ({ type: 'rich_text', rich_text: richText(content) });
export const number = (value: number | null): PropertyValue => ({ type: 'number', number: value });
export const select = (name: string | null): PropertyValue => ({ type: 'select', select: option(name) });
export const status = (name: string | null): PropertyValue => ({ type: 'status', status: option(name) });
export const checkbox = (value: boolean): PropertyValue => ({ type: 'checkbox', checkbox: value });
export const url = (value: string | null): PropertyValue => ({ type: 'url', url: value });

export function multiSelect(...names: string[]): PropertyValue {
  return {
    type: 'multi_select',
    multi_select: names.map((name) => ({ id: optionId(name), name, color: 'default' })),
  };
}

export function date(
  start: string | null,
  end: string | null = null,
  zone: string | null = null,
): PropertyValue {
  return { type: 'date', date: start === null ? null : { start, end, time_zone: zone } };
}

export function relation(ids: string[]): PropertyValue {
  return { type: 'relation', relation: ids.map((id) => ({ id })) } as PropertyValue;
}

export function formula(value: string | number | boolean | null): PropertyValue {
  if (typeof value === 'number') return { type: 'formula', formula: { type: 'number', number: value } };
  if (typeof value === 'boolean') return { type: 'formula', formula: { type: 'boolean', boolean: value } };
  return { type: 'formula', formula: { type: 'string', string: value } };
}

export function optionId(name: string): string {
  return Buffer.from(name).toString('hex').slice(0, 8).padEnd(8, '0');
}

function option(name: string | null) {
  return name === null ? null : { id: optionId(name), name, color: 'default' as const };
}
