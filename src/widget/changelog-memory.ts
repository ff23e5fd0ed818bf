const KEY = 'only-mine';

/** Whether a reader asked for nothing but what they have, in this visit or an earlier one. */
export function readOnlyMine(): boolean {
  try {
    return localStorage.getItem(KEY) === 'yes';
  } catch {
    return false;
  }
}

export function writeOnlyMine(asked: boolean): void {
  try {
    if (asked) localStorage.setItem(KEY, 'yes');
    else localStorage.removeItem(KEY);
  } catch {
    // It holds for this page.
  }
}
