/** The changelog of what a reader has: everything about it is loaded when it is asked for, or was asked for before. */
const input = document.querySelector<HTMLInputElement>('[data-only-mine] input');
const start = () => void import('./availability-list.ts').then(({ startMine }) => startMine());

input?.addEventListener('change', start, { once: true });
try {
  if (localStorage.getItem('only-mine')) start();
} catch {
  // A browser that keeps nothing has nothing to remember.
}
