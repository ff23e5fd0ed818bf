import type { WhatsNew } from './whats-new.ts';
import type { Marker } from './whats-new-marker.ts';

/** Lets who looks at the demo page see the badge: the newest two releases of every marker count as unread again. */
const reset = document.querySelector<HTMLButtonElement>('[data-widget-reset]');
if (reset) {
  reset.hidden = false;
  reset.addEventListener('click', forgetNewest);
}

function forgetNewest(): void {
  try {
    for (const key of Object.keys(localStorage).filter((each) => each.startsWith('whats-new '))) {
      const { seen, floor } = JSON.parse(localStorage.getItem(key) ?? '') as Marker;
      localStorage.setItem(key, JSON.stringify({ seen: seen.slice(2), floor }));
    }
    // Where its script was not loaded, an element has no methods yet.
    for (const element of document.querySelectorAll<Partial<WhatsNew> & Element>('whats-new'))
      element.refresh?.();
  } catch {
    // Without storage nothing is ever unread.
  }
}
