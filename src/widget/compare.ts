import { remembersVersion } from './compare-memory.ts';

/** The page that compares any two versions. What it needs is loaded when there is something to compare. */
const root = document.querySelector<HTMLElement>('[data-compare]');
const form = root?.querySelector<HTMLFormElement>('[data-compare-form]');

if (root && form) {
  const start = () =>
    void import('./compare-page.ts').then(({ startComparing }) => startComparing(root, form));
  if (location.search || remembersVersion()) start();
  else form.addEventListener('focusin', start, { once: true });
}
