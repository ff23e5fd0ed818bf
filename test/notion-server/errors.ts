/** An answer that is an error, in Notion's shape and words. */
export class NotionFailure extends Error {
  readonly status: number;
  readonly code: string;
  readonly additional: Record<string, string> | undefined;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { additional?: Record<string, string>; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.additional = more.additional;
    this.headers = more.headers ?? {};
  }

  body(requestId: string): object {
    return {
      object: 'error',
      status: this.status,
      code: this.code,
      message: this.message,
      ...(this.additional && { additional_data: this.additional }),
      request_id: requestId,
    };
  }
}

export const INTEGRATION = { id: '1f0d872b-594c-8102-9f4d-00270693b0aa', name: 'Slipway' };

export function invalid(message: string): NotionFailure {
  return new NotionFailure(400, 'validation_error', message);
}

export function notFound(
  kind: 'page' | 'database' | 'data_source' | 'block' | 'view',
  id: string,
): NotionFailure {
  return new NotionFailure(
    404,
    'object_not_found',
    `Could not find ${kind} with ID: ${id}. Make sure the relevant pages and databases are shared with your integration "${INTEGRATION.name}".`,
    { additional: { integration_id: INTEGRATION.id } },
  );
}

export function rateLimited(seconds: number): NotionFailure {
  return new NotionFailure(
    429,
    'rate_limited',
    'You have been rate limited. Please try again in a few minutes.',
    {
      additional: { rate_limit_reason: 'public_api_request_rate_limit', retry_after: String(seconds) },
      headers: { 'Retry-After': String(seconds) },
    },
  );
}
