import { startForm } from './search-form.ts';
import { walkResults } from './search-keys.ts';

/** Makes the form of the search page search as it is filled in, and keeps its state in the address. */
export function startPage(root: HTMLElement, form: HTMLFormElement, field: HTMLInputElement): void {
  const browse = root.querySelector<HTMLElement>('[data-search-browse]');
  form.addEventListener('submit', (event) => event.preventDefault());
  const { update } = startForm(root, form, {
    most: 100,
    linkToAll: false,
    onChange: (state) => {
      if (browse) browse.hidden = state.size > 0;
      // The foot of the page lies below the window before and after, as wherever an answer comes in a moment.
      if (state.size > 0) document.documentElement.dataset.waits = 'over';
      const address = `${location.pathname}${state.size > 0 ? `?${state}` : ''}`;
      if (address !== location.pathname + location.search) history.replaceState(history.state, '', address);
    },
  });
  update();
  walkResults(root, field);
}
