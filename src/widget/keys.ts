import { singleKey } from './single-keys.ts';

/** What the keys do is loaded with the first of them. */
export function startKeys(): void {
  document.addEventListener('keydown', (event) => {
    const key = singleKey(event);
    if (key === undefined || !'jkoyct?'.includes(key)) return;
    event.preventDefault();
    void import('./keys-actions.ts').then(({ actOn }) => actOn(key));
  });
}
