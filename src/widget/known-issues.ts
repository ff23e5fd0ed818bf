import { readMine, writeMine } from './compare-memory.ts';
import { endWaiting } from './waiting.ts';
import { make } from './search-elements.ts';

/** The register by version: which issues are open in mine. The version is kept in this browser, and in the address to share it. */
const form = document.querySelector<HTMLFormElement>('[data-mine]');
const select = form?.querySelector('select');

if (form && select) {
  const pages = JSON.parse(form.dataset.pages ?? '[]') as string[][];
  const isLong = pages.length > 1;
  const load = () => import('./known-issue-pages.ts');
  let whole: Promise<void> | undefined;
  const fill = () =>
    (whole ??= addVersions(form, select).catch(() => {
      whole = undefined;
    }));
  const asked = new URLSearchParams(location.search);
  const wanted = () => {
    const options = [...select.options].filter(({ value }) => value !== '');
    const isWanted = (option: HTMLOptionElement) =>
      asked.size === 0
        ? readMine(productOf(option)) === option.text
        : productOf(option) === asked.get('product') && option.text === asked.get('version');
    return options.find(isWanted);
  };
  const choose = () => {
    const option = wanted();
    if (option) option.selected = true;
    return show();
  };
  const chosen = choose();
  if (isLong && location.hash) {
    // Where the other pages do not answer, the reader stays on this one.
    void load()
      .then(({ findIssue }) => findIssue(pages))
      .catch(() => undefined);
  }
  const products = [...select.querySelectorAll<HTMLElement>('[data-product]')].map(
    ({ dataset }) => dataset.product ?? '',
  );
  const isAsked = asked.size === 0 ? products.some(readMine) : asked.has('version');
  if (!wanted() && isAsked) void fill().then(choose).then(endWaiting);
  else void chosen.then(endWaiting);
  for (const event of ['pointerenter', 'focusin']) form.addEventListener(event, fill);
  select.addEventListener('change', () => {
    const option = select.selectedOptions[0];
    const own = new URLSearchParams();
    if (option?.value) {
      own.set('product', productOf(option));
      own.set('version', option.text);
      writeMine(productOf(option), option.text);
    }
    history.replaceState(null, '', own.size > 0 ? `?${own}` : location.pathname);
    void show();
  });

  async function show(): Promise<void> {
    const product = select?.selectedOptions[0]?.value.split(' ')[0];
    try {
      if (product && isLong) await (await load()).bringIssues(pages, product);
      await filter();
    } catch {
      // Every version is on this page; part of one would not be told from the whole.
      if (select) select.value = '';
      await filter();
      const answer = form?.querySelector('[data-mine-answer]');
      if (answer) answer.textContent = form?.dataset.failed ?? '';
    }
  }

  async function filter(): Promise<void> {
    const option = select?.selectedOptions[0];
    const [product = '', place = ''] = option?.value.split(' ') ?? [];
    let count = 0;
    for (const issue of document.querySelectorAll<HTMLElement>('[data-open]')) {
      const isOpen = issue.dataset.product === product && holds(issue.dataset.open ?? '', Number(place));
      issue.hidden = product === '' ? issue.dataset.brought !== undefined : !isOpen;
      if (isOpen) count += 1;
    }
    for (const part of document.querySelectorAll<HTMLElement>('.register, .register-part')) {
      part.hidden = !part.querySelector('[data-open]:not([hidden])');
    }
    const pagination = document.querySelector<HTMLElement>('.pagination');
    if (pagination) pagination.hidden = product !== '';
    const answer = form?.querySelector('[data-mine-answer]');
    if (!answer) return;
    if (!product || !option) answer.textContent = '';
    else {
      // Most readers choose nothing, and need no sentences.
      const { mineStrings } = await import('../site/compare-strings.ts');
      if (option.selected) answer.textContent = mineStrings.open(count, option.text);
    }
  }
}

/** Old versions are many, and seldom asked for. */
async function addVersions(form: HTMLElement, select: HTMLSelectElement): Promise<void> {
  const address = form.dataset.mine;
  if (!address) return;
  const all = (await (await fetch(address)).json()) as Record<string, string[]>;
  for (const group of select.querySelectorAll('optgroup')) {
    const { product = '' } = group.dataset;
    const versions = all[product] ?? [];
    const known = group.querySelectorAll('option').length;
    const rest = versions.map((label, at) =>
      make('option', { value: `${product} ${versions.length - 1 - at}` }, label),
    );
    group.append(...rest.slice(known));
  }
}

function productOf({ value }: HTMLOptionElement): string {
  return value.split(' ')[0] ?? '';
}

/** `3-7 9-9` holds 5. */
function holds(spans: string, place: number): boolean {
  return spans.split(' ').some((span) => {
    const [first = NaN, last = NaN] = span.split('-').map(Number);
    return first <= place && place <= last;
  });
}
