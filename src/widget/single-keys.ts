import { recall, recallKeys, remember } from './memory.ts';

/** Single keys: off while somebody types, while a dialog is open, and for who has switched them off (WCAG 2.2, 2.1.4). */

/** The key of an event that stands for itself; `undefined` where it means something else. */
export function singleKey(event: KeyboardEvent): string | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented)
    return undefined;
  return isTyping(event.target) || document.querySelector('dialog[open]') || !areOn() ? undefined : event.key;
}

/** Makes a checkbox the switch; without storage there is nothing to remember, and no box. */
export function startSwitch(box: HTMLInputElement): void {
  if (!recallKeys(STORED)) return box.closest('label')?.remove();
  box.checked = areOn();
  box.addEventListener('change', () => remember(STORED, box.checked ? undefined : 'off'));
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !/^(?:checkbox|radio|button|submit)$/.test(target.type);
  return target.isContentEditable || /^(?:TEXTAREA|SELECT)$/.test(target.tagName);
}

function areOn(): boolean {
  return recall(STORED) !== 'off';
}

const STORED = 'single-keys';
