import type { WhatsNew } from './whats-new.ts';
import { recallKeys } from './memory.ts';
import { readMarker, writeMarker } from './whats-new-marker.ts';

/** Lets who looks at the demo page see the badge: the newest two releases of every marker count as unread again. */
const reset = document.querySelector<HTMLButtonElement>('[data-widget-reset]');
if (reset) {
  reset.hidden = false;
  reset.addEventListener('click', forgetNewest);
}

function forgetNewest(): void {
  for (const key of recallKeys('whats-new ') ?? []) {
    const marker = readMarker(key);
    if (marker) writeMarker(key, { ...marker, seen: marker.seen.slice(2) });
  }
  // Where its script was not loaded, an element has no methods yet.
  for (const element of document.querySelectorAll<Partial<WhatsNew> & Element>('whats-new'))
    element.refresh?.();
}
