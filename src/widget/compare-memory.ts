import { recall, recallKeys, remember } from './memory.ts';

/** The version that a reader has, by product. It stays in this browser. */
export function readMine(product: string): string {
  return recall(key(product)) ?? '';
}

export function remembersVersion(): boolean {
  return Boolean(recallKeys(key(''))?.length);
}

export function writeMine(product: string, version: string): void {
  remember(key(product), version || undefined);
}

function key(product: string): string {
  return `version:${product}`;
}
