import { judgeAvailability } from '../release/availability.ts';
import type { Judged, Reader } from '../release/availability-verdict.ts';
import { availabilityStrings as strings } from '../site/compare-strings.ts';
import { readReader } from './availability-memory.ts';

let file: Promise<Record<string, Judged>> | undefined;
let watcher: MutationObserver | undefined;

const KEY = 'only-mine';
let started = false;

/** Shows what the box asks for, now and whenever it is clicked. What was asked for in an earlier visit still is. */
export function startMine(): void {
  const box = document.querySelector<HTMLElement>('[data-only-mine]');
  const input = box?.querySelector('input');
  if (!box || !input || started) return;
  started = true;
  input.checked ||= recall();
  const show = () => {
    remember(input.checked);
    void showMine(box, input.checked, readReader(''));
  };
  input.addEventListener('change', show);
  show();
}

function recall(): boolean {
  try {
    return localStorage.getItem(KEY) === 'yes';
  } catch {
    return false;
  }
}

function remember(asked: boolean): void {
  try {
    if (asked) localStorage.setItem(KEY, 'yes');
    else localStorage.removeItem(KEY);
  } catch {
    // It holds for this page.
  }
}

/**
 * Leaves out what a reader does not have, or not yet. What cannot be told stays: it may be theirs. Lists that other filters make are treated as they
 * come.
 */
async function showMine(box: HTMLElement, only: boolean, reader: Reader): Promise<void> {
  const note = box.querySelector('[role="status"]');
  const list = document.querySelector('[data-changelog]');
  if (!note || !list) return;
  watcher?.disconnect();
  if (only && Object.keys(reader).length === 0) {
    note.textContent = strings.mineHint;
    return;
  }
  file ??= fetch(box.dataset.onlyMine ?? '').then(
    (response) => response.json() as Promise<Record<string, Judged>>,
  );
  const releases = await file.catch(() => ({}) as Record<string, Judged>);
  const today = new Date().toISOString().slice(0, 10);
  const apply = () => {
    let count = 0;
    for (const entry of list.querySelectorAll<HTMLElement>('[data-at]')) {
      const release = releases[entry.dataset.at ?? ''];
      const answer = release && only ? judgeAvailability(release, reader, today).answer : 'yes';
      entry.hidden = answer === 'no' || answer === 'not-yet';
      if (entry.hidden && isShown(entry.parentElement)) count += 1;
    }
    note.textContent = only ? strings.mineCount(count) : '';
  };
  apply();
  watcher = new MutationObserver(apply);
  watcher.observe(list, { childList: true, subtree: true });
}

/** Behind the list that was asked for stands the one that the page came with. */
function isShown(parent: Element | null): boolean {
  return parent?.closest('[data-listed]') === null || !document.documentElement.hasAttribute('data-asked');
}
