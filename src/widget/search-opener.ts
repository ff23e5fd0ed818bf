/** Opens the search dialog by its button, by `/` or by Ctrl/⌘ K. All else is loaded when it is first opened. */

import { singleKey } from './single-keys.ts';

const dialog = document.querySelector<HTMLDialogElement>('#search-dialog');
const field = document.querySelector<HTMLInputElement>('#search-page-field');

document.addEventListener('click', (event) => {
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (isPlain && event.target instanceof Element && event.target.closest('[data-search]')) open(event);
});

document.addEventListener('keydown', (event) => {
  const isShortcut =
    event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  if (isShortcut || singleKey(event) === '/') open(event);
});

function open(event: Event): void {
  if (dialog?.open) return;
  event.preventDefault();
  // The search page has a field of its own.
  if (field) return field.focus();
  dialog?.showModal();
  // At once, as whoever has begun to type when the rest arrives would replace the first letters by the next.
  dialog?.querySelector<HTMLInputElement>('input[name="q"]')?.select();
  void import('./search-dialog.ts').then(({ startDialog }) => dialog && startDialog(dialog));
}
