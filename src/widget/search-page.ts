/** The search page: what its address asks for is put into the form; the search itself is loaded when there is something to search. */
export function startSearchPage(): void {
  const root = document.querySelector<HTMLElement>('[data-search-page]');
  const form = root?.querySelector('form');
  const field = root?.querySelector<HTMLInputElement>('input[name="q"]');
  if (!root || !form || !field) return;
  const asked = new URLSearchParams(location.search);
  for (const name of ['q', 'product', 'kind']) {
    const control = form.elements.namedItem(name);
    const value = asked.get(name);
    if (value && (control instanceof HTMLInputElement || control instanceof HTMLSelectElement))
      control.value = value;
  }
  const start = () => {
    // The index need not wait until the scripts that read it are there.
    const index = {
      rel: 'preload',
      as: 'fetch',
      crossOrigin: 'anonymous',
      href: root.dataset['index'] ?? '',
    };
    document.head.append(Object.assign(document.createElement('link'), index));
    void import('./search-page-form.ts').then(({ startPage }) => startPage(root, form, field));
  };
  if (new FormData(form).values().some((value) => value !== '')) start();
  else form.addEventListener('focusin', start, { once: true });
}
