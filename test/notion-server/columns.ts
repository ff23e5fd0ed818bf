import { invalid } from './errors.ts';
import { propertyId } from './ids.ts';
import {
  date,
  multiSelect,
  number,
  optionId,
  relation,
  select,
  status,
  text,
  title,
  url,
  checkbox,
} from './values.ts';
import type { ColumnConfig, PropertyValue } from './wire.ts';

type Config = Record<string, unknown>;

const EMPTY_TYPES = [
  'title',
  'rich_text',
  'url',
  'people',
  'files',
  'email',
  'phone_number',
  'date',
  'checkbox',
  'created_by',
  'created_time',
  'last_edited_by',
  'last_edited_time',
  'button',
  'place',
  'verification',
];

/** A column as it stands in a schema, made from the configuration of a request. Groups of a status cannot be given. */
export function createColumn(
  name: string,
  config: Config,
  id = config['title'] ? 'title' : propertyId(name),
): ColumnConfig {
  const type = Object.keys(config).find((key) => key !== 'type' && key !== 'name' && key !== 'description');
  if (!type)
    throw invalid(`body failed validation: body.properties.${name} should be defined, instead was \`{}\`.`);
  const given = config[type] as Config;
  const common = { id, name, description: (config['description'] as string | undefined) ?? null, type };
  if (EMPTY_TYPES.includes(type)) return { ...common, [type]: {} } as ColumnConfig;
  if (type === 'number')
    return { ...common, number: { format: given['format'] ?? 'number' } } as ColumnConfig;
  if (type === 'select' || type === 'multi_select') {
    return { ...common, [type]: { options: options(given) } } as ColumnConfig;
  }
  if (type === 'status') return { ...common, status: statusConfig(name, given) } as ColumnConfig;
  if (type === 'relation') {
    return { ...common, relation: { database_id: given['data_source_id'], ...given } } as ColumnConfig;
  }
  return { ...common, [type]: given } as ColumnConfig;
}

function statusConfig(name: string, given: Config) {
  if ('groups' in given) {
    throw invalid(`body failed validation: body.properties.${name}.status.groups should be not present.`);
  }
  const made = options(given);
  // All options of a status that is made through the API land in one group.
  const group = {
    id: optionId('todo'),
    name: 'To-do',
    color: 'gray',
    option_ids: made.map((each) => each.id),
  };
  return { options: made, groups: [group] };
}

function options(given: Config) {
  const list = (given['options'] ?? []) as { name: string; color?: string }[];
  return list.map((each) => {
    if (each.name.includes(','))
      throw invalid(`Invalid option name: "${each.name}": commas are not allowed.`);
    return { id: optionId(each.name), name: each.name, color: each.color ?? 'default', description: null };
  });
}

/** What an empty cell of this column says. */
export function emptyValue(column: ColumnConfig): PropertyValue {
  switch (column.type as string) {
    case 'title':
      return title('');
    case 'rich_text':
      return text('');
    case 'number':
      return number(null);
    case 'select':
      return select(null);
    case 'multi_select':
      return multiSelect();
    case 'status':
      return status(null);
    case 'date':
      return date(null);
    case 'url':
      return url(null);
    case 'checkbox':
      return checkbox(false);
    case 'relation':
      return relation([]);
    case 'people':
      return { type: 'people', people: [] };
    case 'files':
      return { type: 'files', files: [] };
    case 'button':
      return { type: 'button', button: {} };
    default:
      return { type: column.type, [column.type]: null } as unknown as PropertyValue;
  }
}
