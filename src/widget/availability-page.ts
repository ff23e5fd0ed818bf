import { judgeAvailability } from '../release/availability.ts';
import type { Judged, Reader } from '../release/availability-verdict.ts';
import { countries } from '../release/regions.ts';
import { availabilityStrings as strings } from '../site/compare-strings.ts';
import { viewVerdict } from './availability-view.ts';
import { copyText } from './copy.ts';
import { make } from './search-elements.ts';

/** Fills the regions in, judges what is said, and says why. */
export function startAsking(form: HTMLFormElement, known: Reader): void {
  const region = form.querySelector<HTMLSelectElement>('[name="region"]');
  const answer = form.querySelector<HTMLElement>('[data-availability-answer]');
  const share = form.querySelector<HTMLButtonElement>('[data-availability-share]');
  if (!region || !answer || region.options.length > 1) return;
  const release = JSON.parse(form.dataset.availability ?? '{}') as Judged;
  region.append(...regionOptions(region.dataset.regions?.split('\n').filter(Boolean) ?? []));
  for (const [name, value] of Object.entries(known)) choose(form, name, value);
  if (share && navigator.clipboard) {
    share.hidden = false;
    share.addEventListener('click', () => void copy());
  }
  form.addEventListener('change', show);
  if (Object.keys(known).length > 0) show();

  function show(): void {
    const reader = readForm();
    const today = new Date().toISOString().slice(0, 10);
    answer?.replaceChildren(
      ...(Object.keys(reader).length > 0
        ? viewVerdict(judgeAvailability(release, reader, today), form.dataset.expected ?? '')
        : []),
    );
  }

  function readForm(): Reader {
    return Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== '')) as Reader;
  }

  async function copy(): Promise<void> {
    const url = new URL(location.pathname, location.href);
    for (const [name, value] of Object.entries(readForm())) url.searchParams.set(name, value as string);
    url.hash = 'Do-I-get-this';
    await copyText(url.href);
  }
}

/** First what the releases themselves name, then every country by its name in the language of the page. */
function regionOptions(named: readonly string[]): HTMLElement[] {
  const { lang } = document.documentElement;
  const names = new Intl.DisplayNames(lang, { type: 'region' });
  const all = countries.map((code) => ({ code, name: names.of(code) ?? code }));
  all.sort((a, b) => a.name.localeCompare(b.name, lang));
  return [
    // “NO” among them would be read as an answer.
    ...named.map((word) =>
      make('option', { value: word }, countries.includes(word) ? (names.of(word) ?? word) : word),
    ),
    make(
      'optgroup',
      { label: strings.countries },
      ...all.map(({ code, name }) => make('option', { value: code }, name)),
    ),
  ];
}

/** An answer that was given on another page, or in a shared address, may not be among the words of this one. */
function choose(form: HTMLFormElement, name: string, value: string): void {
  const select = form.elements.namedItem(name);
  if (!(select instanceof HTMLSelectElement)) return;
  if (![...select.options].some((option) => option.value === value))
    select.append(make('option', { value }, value));
  select.value = value;
}
