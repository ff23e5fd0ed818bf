import type { CreateViewParameters, DataSourceObjectResponse } from '@notionhq/client';
import { findColumn, type Mapping } from '../properties/find-column.ts';
import type { Kind } from '../properties/tables.ts';

/** A view that a data source should have, without the ids of where it stands. */
export type ViewRequest = Pick<CreateViewParameters, 'name' | 'type' | 'configuration'>;

/** The views that people plan with. A view whose column is missing is left out. */
export function describeViews(
  kind: Kind,
  schema: DataSourceObjectResponse['properties'],
  mapping: Mapping,
): ViewRequest[] {
  const column = (key: string, type: string) => {
    const found = findColumn(kind, Object.values(schema), key, mapping);
    return found?.type === type ? found.id : undefined;
  };
  const manual = { type: 'manual' } as const;
  if (kind === 'roadmap') {
    const horizon = column('horizon', 'select');
    if (!horizon) return [];
    const groupBy = { type: 'select', property_id: horizon, sort: manual } as const;
    return [{ name: 'Now, next, later', type: 'board', configuration: { type: 'board', group_by: groupBy } }];
  }
  const status = column('status', 'status');
  const target = column('target', 'date');
  const released = column('released', 'date');
  const views: ViewRequest[] = [];
  if (status) {
    const groupBy = { type: 'status', property_id: status, group_by: 'option', sort: manual } as const;
    views.push({ name: 'Board', type: 'board', configuration: { type: 'board', group_by: groupBy } });
  }
  if (target) {
    const dates = { date_property_id: target, ...(released && { end_date_property_id: released }) };
    views.push({ name: 'Timeline', type: 'timeline', configuration: { type: 'timeline', ...dates } });
    views.push({
      name: 'Calendar',
      type: 'calendar',
      configuration: { type: 'calendar', date_property_id: target },
    });
  }
  return views;
}
