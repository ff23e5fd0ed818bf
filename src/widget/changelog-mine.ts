import { judgeAvailability } from '../release/availability.ts';
import type { Judged, Reader } from '../release/availability-verdict.ts';
import { type ChangelogState, changelogStateAddress } from '../site/changelog-state.ts';
import { availabilityStrings as strings } from '../site/compare-strings.ts';
import { askOnce } from './ask-once.ts';
import { readReader } from './availability-memory.ts';
import { writeOnlyMine } from './changelog-memory.ts';
import { copyText } from './copy.ts';

const box = document.querySelector<HTMLElement>('[data-only-mine]');
const files = new Map<string, Promise<Record<string, Judged>>>();

/** The addresses of the releases that a reader does not have, or not yet. What cannot be told is not among them: it may be theirs. */
export async function findNotMine(mine: ChangelogState['mine']): Promise<Set<string>> {
  const reader = mine && readerOf(mine);
  if (!reader || !box || Object.keys(reader).length === 0) return new Set();
  const url = box.dataset.onlyMine ?? '';
  const file = await askOnce(files, url, async () => {
    return (await (await fetch(url)).json()) as Record<string, Judged>;
  });
  const today = new Date().toISOString().slice(0, 10);
  const releases = Object.entries(file);
  return new Set(
    releases.flatMap(([address, release]) =>
      ['no', 'not-yet'].includes(judgeAvailability(release, reader, today).answer) ? [address] : [],
    ),
  );
}

/** Lets the box ask for what the reader has, and be asked for a link that shows others the same. */
export function startMine(
  base: string,
  stateNow: () => ChangelogState,
  go: (state: ChangelogState) => void,
): void {
  const input = box?.querySelector('input');
  const share = box?.querySelector('button');
  const ask = () => {
    const { mine: _, ...rest } = stateNow();
    writeOnlyMine(input?.checked ?? false);
    go({ ...rest, ...(input?.checked && { mine: {} }), page: 1 });
  };
  input?.addEventListener('change', ask);
  // It was ticked while this was on its way.
  if (input?.checked && !stateNow().mine) ask();
  share?.addEventListener('click', async () => {
    const { mine = {}, ...rest } = stateNow();
    const address = base + changelogStateAddress({ ...rest, mine: readerOf(mine) });
    await copyText(address);
  });
}

/** Says in the box what holds, and for whom. */
export function showMine({ mine }: ChangelogState): void {
  const input = box?.querySelector('input');
  const note = box?.querySelector('[role="status"]');
  const share = box?.querySelector('button');
  if (!input || !note || !share) return;
  const said = Object.values(mine ? readerOf(mine) : {});
  input.checked = Boolean(mine);
  note.textContent = mine ? said.join(', ') || strings.mineHint : '';
  share.hidden = said.length === 0 || !navigator.clipboard;
}

/** What an address says of its reader, where somebody shared it, else what this browser knows. */
function readerOf(mine: Reader): Reader {
  return Object.keys(mine).length > 0 ? mine : readReader('');
}
