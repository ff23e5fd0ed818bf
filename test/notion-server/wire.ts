import type {
  Client,
  CommentObjectResponse,
  DatabaseObjectResponse,
  DataSourceObjectResponse,
  DataSourceViewObjectResponse,
  GetBlockResponse,
  GetPagePropertyResponse,
  ListBlockChildrenResponse,
  ListCommentsResponse,
  ListDatabaseViewsResponse,
  PageObjectResponse,
  QueryDataSourceResponse,
} from '@notionhq/client';

/**
 * What stands in an answer: the SDK's response types, but without `archived`, which answers of version 2026-03-11 no longer carry
 * although the types still ask for it.
 */
export type Wire<T> = T extends unknown ? Omit<T, 'archived'> : never;

export type WirePage = Wire<PageObjectResponse> & { is_archived: boolean };
export type WireDataSource = Wire<DataSourceObjectResponse>;
export type WireDatabase = Wire<DatabaseObjectResponse>;
export type WireView = Wire<DataSourceViewObjectResponse>;
export type WireBlock = Wire<GetBlockResponse>;
export type WireBlocks = Omit<ListBlockChildrenResponse, 'results'> & { results: WireBlock[] };
export type WireMarkdown = Awaited<ReturnType<Client['pages']['retrieveMarkdown']>>;
export type WireProperty = GetPagePropertyResponse;
export type WireComment = CommentObjectResponse;
export type WireComments = ListCommentsResponse;
export type WireViews = ListDatabaseViewsResponse;
export type WireQuery = Omit<QueryDataSourceResponse, 'results'> & { results: WirePage[] };

/** A property of a page, without its id. */
export type PropertyValue = PageObjectResponse['properties'][string] extends infer V
  ? V extends { id: string }
    ? Omit<V, 'id'>
    : never
  : never;

/** A column of a data source. */
export type ColumnConfig = DataSourceObjectResponse['properties'][string];

export type RichText = CommentObjectResponse['rich_text'];
