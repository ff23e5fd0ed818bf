import { renderComparisonSentence, renderFault } from '../documents/public/comparison-words.ts';
import { channelOf } from '../release/channel.ts';
import { labelOf } from '../release/compare-line.ts';
import { findVersions, type Question } from '../release/compare-versions.ts';
import { compareIn } from '../release/compare.ts';
import type { IndexedRelease } from '../site/compare-file.ts';
import { compareStrings as strings } from '../site/compare-strings.ts';
import { type LoadedIndex, loadIndex } from './compare-load.ts';
import { readMine, writeMine } from './compare-memory.ts';
import { viewTools } from './compare-tools.ts';
import { viewComparison } from './compare-view.ts';
import { endWaiting } from './waiting.ts';
import { make } from './search-elements.ts';

const FIELDS = ['product', 'channel', 'from', 'to', 'only'] as const;
type State = Partial<Record<(typeof FIELDS)[number], string>>;

/** Keeps form, address and answer in step: the address is what is shared, and Back goes to the comparison before. */
export async function startComparing(root: HTMLElement, form: HTMLFormElement): Promise<void> {
  const result = root.querySelector<HTMLElement>('[data-compare-result]');
  const status = root.querySelector<HTMLElement>('[data-compare-status]');
  const mine = form.querySelector<HTMLInputElement>('[data-compare-mine]');
  if (!result || !status || !mine) return;
  const base = root.dataset.base ?? '/';
  const say = (text: string) => (status.textContent = text);
  let index: LoadedIndex;
  try {
    index = await loadIndex(root.dataset.compare ?? '', root.dataset.several === 'true');
  } catch {
    result.replaceChildren(make('p', {}, strings.failed));
    endWaiting();
    return;
  }
  /** Answers so far: one that is overtaken is not shown. */
  let turns = 0;
  const { title } = document;
  const nameOf = (id: string) => index.products.find((product) => product.id === id)?.name ?? id;

  // What was chosen while the index was on its way stays.
  fill(readState());
  if (!readField('from')) setField('from', readMine(product()));
  showVersions();
  show();

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go();
  });
  form.addEventListener('change', ({ target }) => {
    if (target === mine) return remember();
    if (target instanceof HTMLSelectElement && target.name === 'product') {
      setField('from', readMine(product()));
      setField('to', '');
    }
    showVersions();
    if (readField('from')) go();
  });
  form.querySelector('[data-compare-swap]')?.addEventListener('click', () => {
    const [from, to] = [readField('from'), readField('to')];
    setField('from', to || newest());
    setField('to', from);
    go();
  });
  addEventListener('popstate', () => {
    fill({ from: '', to: '', channel: '', only: '', ...readState() });
    showVersions();
    show();
  });

  function product(): string {
    return readField('product') || (index.products[0]?.id ?? '');
  }

  function newest(): string {
    const line = index.lines.find((each) => each.product === product());
    const last =
      line?.releases.findLast(({ status: state }) => state === 'released') ?? line?.releases.at(-1);
    return last ? labelOf(last) : '';
  }

  function go(): void {
    const search = searchOf();
    if (search !== location.search) history.pushState(null, '', location.pathname + search);
    show();
  }

  function searchOf(): string {
    const asked = new URLSearchParams();
    for (const name of FIELDS) {
      const value = readField(name);
      if (value && !(name === 'product' && index.products.length < 2)) asked.set(name, value);
    }
    return asked.size > 0 ? `?${asked}` : '';
  }

  /** What is asked for. A version that the product does not have, and another one has, is meant of that one. */
  function find(question: Question): ReturnType<typeof findVersions<IndexedRelease>> {
    const found = findVersions(index.lines, { ...question, product: product() });
    if (!('fault' in found) || found.fault !== 'unknown-version' || found.isComing) return found;
    const wide = findVersions(index.lines, question);
    const isAmbiguous =
      'fault' in wide && (wide.fault === 'two-products' || wide.fault === 'several-products');
    // The product that a form begins with was not asked for.
    return 'fault' in wide && !isAmbiguous && readState().product ? found : wide;
  }

  function show(): void {
    if (!result) return;
    turns++;
    document.title = title;
    const from = readField('from');
    result.toggleAttribute('data-only', readField('only') !== '');
    mine!.checked = from !== '' && readMine(product()) === from;
    if (!from) {
      endWaiting();
      return result.replaceChildren();
    }
    const channel = readField('channel') || undefined;
    const to = readField('to') || undefined;
    const found = find({ from, to, channel });
    if ('fault' in found) {
      const words = renderFault(found, nameOf, strings);
      result.replaceChildren(make('p', { class: 'compare-note' }, words));
      endWaiting();
      say(words);
      return;
    }
    if (found.line.product !== product()) {
      setField('product', found.line.product);
      showVersions();
      history.replaceState(null, '', location.pathname + searchOf());
      mine!.checked = readMine(product()) === from;
    }
    const comparison = compareIn(found.line, found.from, found.to, channel);
    const name = index.products.length > 1 ? nameOf(found.line.product) : undefined;
    const step = strings.step(labelOf(comparison.from), labelOf(comparison.to));
    document.title = [name ? `${name} ${step}` : step, title].join(' · ');
    const tools = viewTools({ comparison, line: found.line, channel, product: name, base }, say);
    const loading: Promise<unknown>[] = [];
    const [sentence, ...rest] = viewComparison(comparison, base, loading);
    const turn = turns;
    const put = () => {
      if (turn !== turns) return;
      // On paper there is no form that says it.
      const product = name === undefined ? [] : [make('p', { class: 'quiet' }, name)];
      result.replaceChildren(...product, ...(sentence ? [sentence] : []), tools, ...rest);
      say(renderComparisonSentence(comparison, strings));
      endWaiting();
    };
    // On a page that has just come, nothing moves any more once it is there.
    if (document.documentElement.dataset.waits !== '') return put();
    void Promise.race([Promise.all(loading), new Promise((done) => setTimeout(done, 1_000))]).then(put);
  }

  /** What can be typed into the two fields: a list for a mouse, and the browser's own completion for a keyboard. */
  function showVersions(): void {
    const line = index.lines.find((each) => each.product === product());
    const channel = readField('channel');
    const own = line?.releases.filter((release) => !channel || channelOf(release) === channel) ?? [];
    const options = own.toReversed().map((release) => make('option', { value: labelOf(release) }));
    form.querySelector('datalist')?.replaceChildren(...options);
  }

  function remember(): void {
    writeMine(product(), mine!.checked ? readField('from') : '');
    if (mine!.checked) say(strings.remembered);
  }

  function readState(): State {
    const asked = new URLSearchParams(location.search);
    return Object.fromEntries(
      FIELDS.flatMap((name) => (asked.has(name) ? [[name, asked.get(name) ?? '']] : [])),
    );
  }

  function fill(state: State): void {
    for (const name of FIELDS) if (state[name] !== undefined) setField(name, state[name]);
  }

  function readField(name: string): string {
    const value = new FormData(form).get(name);
    return typeof value === 'string' ? value.trim() : '';
  }

  function setField(name: string, value: string): void {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = value !== '';
    else if (field instanceof HTMLInputElement) field.value = value;
    else if (
      field instanceof HTMLSelectElement &&
      [...field.options].some((option) => option.value === value)
    )
      field.value = value;
  }
}
