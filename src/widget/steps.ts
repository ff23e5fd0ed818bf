import { readerStrings } from '../site/reader-strings.ts';
import { recallData, remember } from './memory.ts';

/** Remembers in this browser which steps before an upgrade are done. Nothing is sent. */
const section = document.querySelector<HTMLElement>('[data-steps]');

if (section) {
  const key = `steps:${section.dataset.steps ?? ''}`;
  const boxes = [...section.querySelectorAll<HTMLInputElement>('input[data-step]')];
  const tick = (): void => {
    const known = read(key);
    for (const box of boxes) box.checked = known.includes(box.dataset.step ?? '');
    show();
  };
  tick();
  // A browser that fills in forms as they were has done so by now.
  addEventListener('pageshow', tick);
  section.addEventListener('change', () => {
    const done = boxes.filter((box) => box.checked).map((box) => box.dataset.step ?? '');
    remember(key, done.length > 0 ? JSON.stringify(done) : undefined);
    show();
  });

  function show(): void {
    const done = boxes.filter((box) => box.checked).length;
    const words = section?.querySelector('[data-steps-done]');
    const text = readerStrings.stepsDone(done, boxes.length);
    if (words && words.textContent?.trim() !== text) words.textContent = text;
  }
}

function read(key: string): string[] {
  const value = recallData(key);
  return Array.isArray(value) ? value.map(String) : [];
}
