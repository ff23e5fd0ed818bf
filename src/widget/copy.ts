/** Buttons that copy what `data-copy` says: an address of this site as a whole URL, anything else as it is. */

const announcement = document.querySelector<HTMLElement>('[data-copy-status]');

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const text = button.dataset.copy ?? '';
    await navigator.clipboard.writeText(text.startsWith('/') ? new URL(text, location.href).href : text);
    if (!announcement) return;
    announcement.textContent = '';
    announcement.textContent = announcement.dataset.copied ?? '';
    button.classList.add('copied');
    setTimeout(() => button.classList.remove('copied'), 1500);
  });
}
export {};
