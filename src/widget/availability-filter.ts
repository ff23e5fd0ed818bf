import { readReader } from './availability-memory.ts';

/** The changelog of what a reader has: loaded when it is asked for, or was asked for before. */
const box = document.querySelector<HTMLElement>('[data-only-mine]');
const input = box?.querySelector('input');
const KEY = 'only-mine';

if (box && input) {
  input.checked = isAsked();
  const apply = () =>
    void import('./availability-list.ts').then(({ showMine }) =>
      showMine(box, input.checked, readReader('')),
    );
  if (input.checked) apply();
  input.addEventListener('change', () => {
    remember(input.checked);
    apply();
  });
}

function isAsked(): boolean {
  try {
    return localStorage.getItem(KEY) === 'yes';
  } catch {
    return false;
  }
}

function remember(asked: boolean): void {
  try {
    if (asked) localStorage.setItem(KEY, 'yes');
    else localStorage.removeItem(KEY);
  } catch {
    // It holds for this page.
  }
}
