/** The version that a reader has, by product. It stays in this browser. */
export function readMine(product: string): string {
  try {
    return localStorage.getItem(key(product)) ?? '';
  } catch {
    return '';
  }
}

export function remembersVersion(): boolean {
  try {
    return Object.keys(localStorage).some((name) => name.startsWith(key('')));
  } catch {
    return false;
  }
}

export function writeMine(product: string, version: string): void {
  try {
    if (version) localStorage.setItem(key(product), version);
    else localStorage.removeItem(key(product));
  } catch {
    // A browser that keeps nothing still compares.
  }
}

function key(product: string): string {
  return `version:${product}`;
}
