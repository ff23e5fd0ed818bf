import { readerStrings } from '../site/reader-strings.ts';
import { make } from './search-elements.ts';
import { startSwitch } from './single-keys.ts';

const words = readerStrings.keys;

/** Opens the list of keys. It is made when it is first asked for. */
export function openHelp(): void {
  dialog ??= makeDialog();
  dialog.showModal();
}

let dialog: HTMLDialogElement | undefined;

function makeDialog(): HTMLDialogElement {
  const box = make('input', { type: 'checkbox' });
  const close = make('button', { type: 'button', ariaLabel: words.close }, '✕');
  const made = make(
    'dialog',
    { class: 'sheet keys-dialog' },
    make('header', {}, make('h2', { id: 'Keys' }, words.title), close),
    make(
      'dl',
      {},
      ...rows.map(([keys, what]) => make('div', {}, make('dt', {}, ...viewKeys(keys)), make('dd', {}, what))),
    ),
    make('footer', {}, make('label', {}, box, ` ${words.single}`)),
  );
  made.setAttribute('aria-labelledby', 'Keys');
  made.addEventListener('click', ({ target }) => {
    if (target === made || target === close) made.close();
  });
  document.body.append(made);
  startSwitch(box);
  return made;
}

const rows: [keys: string[], what: string][] = [
  [['/'], words.search],
  [['j'], words.next],
  [['k'], words.previous],
  [['o'], words.open],
  [['y'], words.copy],
  [['c'], words.compare],
  [['t'], words.theme],
  [['?'], words.help],
  [['Esc'], words.escape],
];

function viewKeys(keys: readonly string[]): Node[] {
  return keys.map((key) => make('kbd', {}, key));
}
