import { changelogStateAddress, parseChangelogState } from '../site/changelog-state.ts';
import { readerStrings } from '../site/reader-strings.ts';
import { nextState, showChips } from './changelog-chips.ts';
import { findReleases } from './changelog-find.ts';
import { startList } from './changelog-list.ts';

/** Brings the filters into a dialog, where they are chosen first and applied together. */
export async function openDialog(root: HTMLElement, filters: HTMLElement, base: string): Promise<void> {
  const dialog = document.querySelector<HTMLDialogElement>('[data-filter-dialog]');
  const set = filters.querySelector<HTMLElement>('[data-filter-set]');
  const show = dialog?.querySelector<HTMLAnchorElement>('[data-filter-show]');
  if (!dialog || !set || !show) return;
  const stop = new AbortController();
  let state = parseChangelogState(location.pathname.slice(base.length), location.search);
  const before = state;
  const place = set.nextSibling;
  dialog.querySelector('[data-filter-place]')?.append(set);
  dialog.showModal();
  const { signal } = stop;
  dialog.addEventListener(
    'click',
    ({ target }) => {
      if (target === dialog || (target instanceof Element && target.closest('[data-filter-close]')))
        dialog.close();
    },
    { signal },
  );
  dialog.addEventListener(
    'close',
    () => {
      stop.abort();
      filters.insertBefore(set, place);
      const words = set.querySelector<HTMLInputElement>('[data-filter-words]');
      if (words) words.value = before.q;
      showChips(filters, before, base);
    },
    { signal },
  );
  const index = await startList(root, filters, base);
  set.addEventListener(
    'click',
    (event) => {
      const chip = event.target instanceof Element && event.target.closest<HTMLElement>('a');
      const next = chip ? nextState(state, chip) : undefined;
      if (!next) return;
      event.preventDefault();
      state = next;
      void update();
    },
    { signal },
  );
  set.querySelector<HTMLInputElement>('[data-filter-words]')?.addEventListener(
    'input',
    ({ target }) => {
      state = { ...state, q: (target as HTMLInputElement).value.trim(), page: 1 };
      void update();
    },
    { signal },
  );
  await update();

  async function update(): Promise<void> {
    const found = await findReleases(index, state, base);
    showChips(filters, state, base, found);
    if (!show) return;
    const words = readerStrings.showReleases(found.places.length);
    // It is read out whenever it is set.
    if (show.textContent !== words) show.textContent = words;
    show.href = base + changelogStateAddress(state);
  }
}
