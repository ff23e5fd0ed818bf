/**
 * Shows the buttons that copy what their `data-copy` says: an address of this site as a whole URL, anything else as it is.
 * Where the browser has no clipboard they stay hidden.
 */
export function startCopyButtons(): void {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => void copy(button));
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const text = button.dataset.copy ?? '';
  await navigator.clipboard.writeText(text.startsWith('/') ? new URL(text, location.href).href : text);
  button.classList.add('copied');
  setTimeout(() => button.classList.remove('copied'), 1500);
  const announcement = document.querySelector<HTMLElement>('[data-copy-status]');
  if (!announcement) return;
  announcement.textContent = '';
  announcement.textContent = announcement.dataset.copied ?? '';
}
