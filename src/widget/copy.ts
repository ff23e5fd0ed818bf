/** Buttons that copy what `data-copy` says: an address of this site as a whole URL, anything else as it is. */

const status = document.querySelector<HTMLElement>('[data-copy-status]');

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const text = button.dataset.copy ?? '';
    await navigator.clipboard.writeText(text.startsWith('/') ? new URL(text, location.href).href : text);
    if (!status) return;
    status.textContent = '';
    status.textContent = status.dataset.copied ?? '';
    button.classList.add('copied');
    setTimeout(() => button.classList.remove('copied'), 1500);
  });
}
