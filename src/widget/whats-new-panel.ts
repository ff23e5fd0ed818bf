import { make } from './whats-new-view.ts';

/** The button with the number of unread releases, and what it opens. */
export interface Panel {
  button: HTMLButtonElement;
  panel: HTMLElement;
  open: () => void;
  close: () => void;
  show: (view: PanelView) => void;
}

interface PanelView {
  title: string;
  unread: number;
  unreadWords: string;
  close: string;
  content: Node[];
}

/** A popover: it stands above everything in the page, and Esc or a click elsewhere closes it. */
export function makePanel(opened: () => void): Panel {
  const label = make('span');
  const count = make('span', { part: 'count', 'aria-hidden': 'true' });
  const unread = make('span', { part: 'unseen' });
  const button = make('button', { part: 'button', type: 'button', 'aria-haspopup': 'dialog' });
  button.append(label, count, unread);
  const heading = make('p', { part: 'heading', id: 'heading' });
  const close = make('button', { part: 'close', type: 'button' }, '×');
  const body = make('div');
  const panel = make(
    'div',
    { part: 'panel', popover: 'auto', role: 'dialog', 'aria-labelledby': 'heading', tabindex: '-1' },
    make('div', { part: 'head' }, heading, close),
    body,
  );
  button.popoverTargetElement = panel;
  close.addEventListener('click', () => panel.hidePopover());

  const follow = () => place(panel, button);
  panel.addEventListener('beforetoggle', ({ newState }) => {
    if (newState === 'open') opened();
    // The browser's own way back ends at the border of the shadow tree.
    else if (panel.matches(':focus-within')) button.focus({ preventScroll: true });
  });
  panel.addEventListener('toggle', ({ newState }) => {
    const isOpen = newState === 'open';
    for (const event of ['scroll', 'resize'] as const) {
      if (isOpen) addEventListener(event, follow, { capture: true, passive: true });
      else removeEventListener(event, follow, { capture: true });
    }
    if (!isOpen) return;
    follow();
    // This event comes late: a quick reader may already be inside.
    if (!panel.matches(':focus-within')) panel.focus({ preventScroll: true });
  });

  return {
    button,
    panel,
    open: () => panel.showPopover(),
    close: () => panel.hidePopover(),
    show(view) {
      label.textContent = heading.textContent = view.title;
      count.textContent = String(view.unread);
      count.hidden = view.unread === 0;
      unread.textContent = view.unread > 0 ? `(${view.unreadWords})` : '';
      close.ariaLabel = view.close;
      body.replaceChildren(...view.content);
    },
  };
}

/** Below the button where there is room, else above; never out of the window. */
function place(panel: HTMLElement, button: HTMLElement): void {
  const [from, own] = [button.getBoundingClientRect(), panel.getBoundingClientRect()];
  const isRightToLeft = getComputedStyle(button).direction === 'rtl';
  const fit = (start: number, size: number, room: number) => Math.max(8, Math.min(start, room - size - 8));
  const below = from.bottom + 8;
  const top = below + own.height + 8 <= innerHeight ? below : from.top - own.height - 8;
  const left = isRightToLeft ? from.right - own.width : from.left;
  panel.style.left = `${fit(left, own.width, innerWidth)}px`;
  panel.style.top = `${fit(top, own.height, innerHeight)}px`;
}
