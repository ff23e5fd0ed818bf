import { startForm } from './search-form.ts';
import { walkResults } from './search-keys.ts';
import { startSwitch } from './single-keys.ts';

let started = false;

/** Makes the open dialog work. Called at every opening. */
export function startDialog(dialog: HTMLDialogElement): void {
  const form = dialog.querySelector('form');
  const field = dialog.querySelector<HTMLInputElement>('input[name="q"]');
  if (!form || !field || started) return;
  started = true;
  const hints = dialog.querySelector<HTMLElement>('[data-search-hints]');
  startForm(dialog, form, {
    most: 5,
    linkToAll: true,
    onChange: (state) => {
      if (hints) hints.hidden = state.size > 0;
    },
  });
  walkResults(dialog, field);
  dialog.addEventListener('keydown', (event) => {
    // Browsers give a search field the first Escape, to empty it.
    if (event.key === 'Escape' && !event.isComposing) {
      event.preventDefault();
      dialog.close();
    }
  });
  dialog.addEventListener('click', ({ target }) => {
    const isLeaving =
      target === dialog || (target instanceof Element && target.closest('a, [data-search-close]'));
    if (isLeaving) dialog.close();
  });
  startSlashSwitch(dialog);
}

function startSlashSwitch(dialog: HTMLDialogElement): void {
  const box = dialog.querySelector<HTMLInputElement>('[data-search-slash]');
  if (box) startSwitch(box);
}
