import { mineStrings as strings } from '../site/compare-strings.ts';
import { readMine, writeMine } from './compare-memory.ts';

/** The register by version: which issues are open in mine. The version is kept in this browser, and in the address to share it. */
const form = document.querySelector<HTMLFormElement>('[data-mine]');
const select = form?.querySelector('select');

if (form && select) {
  const asked = new URLSearchParams(location.search);
  const options = [...select.options].filter(({ value }) => value !== '');
  const wanted =
    options.find(
      (option) => productOf(option) === asked.get('product') && option.text === asked.get('version'),
    ) ??
    (asked.size === 0 ? options.find((option) => readMine(productOf(option)) === option.text) : undefined);
  if (wanted) wanted.selected = true;
  show();
  select.addEventListener('change', () => {
    const option = select.selectedOptions[0];
    const own = new URLSearchParams();
    if (option?.value) {
      own.set('product', productOf(option));
      own.set('version', option.text);
      writeMine(productOf(option), option.text);
    }
    history.replaceState(null, '', own.size > 0 ? `?${own}` : location.pathname);
    show();
  });

  function show(): void {
    const option = select?.selectedOptions[0];
    const [product = '', place = ''] = option?.value.split(' ') ?? [];
    let count = 0;
    for (const issue of document.querySelectorAll<HTMLElement>('[data-open]')) {
      const isOpen = issue.dataset.product === product && holds(issue.dataset.open ?? '', Number(place));
      issue.hidden = product !== '' && !isOpen;
      if (isOpen) count += 1;
    }
    for (const part of document.querySelectorAll<HTMLElement>('.register, .register-part')) {
      part.hidden = !part.querySelector('[data-open]:not([hidden])');
    }
    const answer = form?.querySelector('[data-mine-answer]');
    if (answer) answer.textContent = product && option ? strings.open(count, option.text) : '';
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
