import { startForm } from './search-form.ts';
import { walkResults } from './search-keys.ts';

const root = document.querySelector<HTMLElement>('[data-search-page]');
const form = root?.querySelector('form');
const field = root?.querySelector<HTMLInputElement>('input[name="q"]');
const browse = root?.querySelector<HTMLElement>('[data-search-browse]');

if (root && form && field) {
  const asked = new URLSearchParams(location.search);
  for (const name of ['q', 'product', 'kind']) {
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement)
      control.value = asked.get(name) ?? '';
  }
  form.addEventListener('submit', (event) => event.preventDefault());
  const { update } = startForm(root, form, {
    most: 100,
    linkToAll: false,
    onChange: (state) => {
      if (browse) browse.hidden = state.size > 0;
      const address = `${location.pathname}${state.size > 0 ? `?${state}` : ''}`;
      if (address !== location.pathname + location.search) history.replaceState(history.state, '', address);
    },
  });
  update();
  walkResults(root, field);
}
