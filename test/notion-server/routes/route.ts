import type { Cursors } from '../cursors.ts';
import type { World } from '../world.ts';

export interface Asked {
  world: World;
  cursors: Cursors<RowPosition>;
  /** What the brackets of the route's pattern matched. */
  params: string[];
  query: URLSearchParams;
  body: unknown;
  /** Where this server stands, without a final slash. */
  origin: string;
}

/** The row after which the next page of a list begins, and how many rows came before it. */
export interface RowPosition {
  after: { createdAt: number; id: string };
  given: number;
}

export interface Route {
  method: 'GET' | 'POST' | 'PATCH';
  path: RegExp;
  answer(asked: Asked): object;
}
