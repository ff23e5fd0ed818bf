import type { Reader } from '../release/availability-verdict.ts';
import { readReader, writeReader } from './availability-memory.ts';

/** “Do I get this?” on the page of a release. Regions and rules are loaded when something is said. */
const form = document.querySelector<HTMLFormElement>('[data-availability]');

if (form) {
  const known = readReader();
  const start = (reader: Reader) =>
    void import('./availability-page.ts').then(({ startAsking }) => startAsking(form, reader));
  if (Object.keys(known).length > 0) start(known);
  else {
    const begin = () => {
      form.removeEventListener('focusin', begin);
      form.removeEventListener('pointerenter', begin);
      start({});
    };
    form.addEventListener('focusin', begin);
    form.addEventListener('pointerenter', begin);
  }
  form.addEventListener('change', () => writeReader(readForm(form)));
}

function readForm(form: HTMLFormElement): Reader {
  const entries = [...new FormData(form)].filter(([, value]) => value !== '');
  return Object.fromEntries(entries) as Reader;
}
