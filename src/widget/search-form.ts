import type { SearchFilters, SearchResults } from '../site/search-engine.ts';
import { searchStrings as strings } from '../site/search-strings.ts';
import { make } from './search-elements.ts';
import { type LoadedSearch, loadSearch } from './search-load.ts';
import { startPassages } from './search-passages.ts';
import { viewResults } from './search-view.ts';

export interface SearchFormOptions {
  /** Hits that a group shows at once. */
  most: number;
  /** Whether groups that show only some lead to the search page. */
  linkToAll: boolean;
  /** Told of every state of the form, before its results are shown. */
  onChange?: (state: URLSearchParams) => void;
}

export interface SearchForm {
  /** Searches for what stands in the form now. */
  update: () => void;
}

/**
 * Makes a form with `q`, `product` and `kind` search as it is filled in. Results go into `[data-search-results]` and their number,
 * once typing rests, into `[data-search-status]`; both stand in `root`, which names the index and the site's base.
 */
export function startForm(root: HTMLElement, form: HTMLFormElement, options: SearchFormOptions): SearchForm {
  const results = root.querySelector<HTMLElement>('[data-search-results]');
  const status = root.querySelector<HTMLElement>('[data-search-status]');
  const passages = results && startPassages(results);
  const { index = '', base = '/' } = root.dataset;
  let loaded: LoadedSearch | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;

  form.addEventListener('input', update);
  // An address says only what was asked for.
  form.addEventListener('formdata', ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === '') formData.delete(name);
  });
  loadSearch(index).then(
    (search) => {
      loaded = search;
      fillProducts(form, search.products);
      update();
    },
    () => show(make('p', {}, strings.failed, ' ', make('a', { href: form.action }, strings.browseAll))),
  );
  return { update };

  function update(): void {
    const state = readState(form);
    options.onChange?.(state);
    if (!loaded) return state.size > 0 ? show(make('p', { class: 'quiet' }, strings.loading)) : undefined;
    const query = state.get('q') ?? '';
    const filters: SearchFilters = {
      product: state.get('product') ?? undefined,
      kind: state.get('kind') ?? undefined,
    };
    const found = loaded.search(query, filters, options.most);
    const isAsked = state.size > 0;
    const allResults = options.linkToAll ? `${form.action}?${state}` : undefined;
    if (found.total > 0) show(...viewResults(found, { base, allResults }));
    else show(...(isAsked ? viewNothing(query, filters) : []));
    announce(isAsked, query, found);
  }

  function show(...nodes: Node[]): void {
    results?.replaceChildren(...nodes);
    if (results) results.scrollTop = 0;
    passages?.renew();
  }

  /** Only when typing rests, so that a reader is not told of every letter. */
  function announce(isAsked: boolean, query: string, { total }: SearchResults): void {
    clearTimeout(rest);
    rest = setTimeout(() => {
      if (status)
        status.textContent = !isAsked ? '' : total > 0 ? strings.count(total) : strings.nothing(query);
    }, 500);
  }

  function viewNothing(query: string, filters: SearchFilters): Node[] {
    const chosen = Object.values(filters).filter(Boolean).length;
    const clear = make('button', { type: 'button', class: 'find-clear' }, strings.clearFilters(chosen));
    clear.addEventListener('click', () => {
      for (const select of form.querySelectorAll('select')) select.value = '';
      update();
      form.querySelector('input')?.focus();
    });
    return [
      make(
        'div',
        { class: 'find-nothing' },
        make('p', {}, strings.nothing(query)),
        make('p', { class: 'quiet' }, strings.nothingHint),
        make('p', {}, chosen > 0 && clear, ' ', make('a', { href: form.action }, strings.browseAll)),
      ),
    ];
  }
}

function readState(form: HTMLFormElement): URLSearchParams {
  const entries = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()] as const);
  return new URLSearchParams(
    entries.filter(([, value]) => value !== '').map(([name, value]) => [name, value]),
  );
}

function fillProducts(form: HTMLFormElement, products: LoadedSearch['products']): void {
  const select = form.querySelector<HTMLSelectElement>('select[name="product"]');
  if (!select || select.options.length > 1) return;
  select.append(...products.map(({ id, name }) => make('option', { value: id }, name)));
}
