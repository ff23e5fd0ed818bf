/**
 * Lets the buttons copy what their `data-copy` says: an address of this site as a whole URL, anything else as it is. Buttons that
 * come later are meant, too. Where the browser has no clipboard they do not show.
 */
export function startCopyButtons(): void {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button[data-copy]') : null;
    if (!button) return;
    void copyText(button.dataset.copy ?? '');
    button.classList.add('copied');
    setTimeout(() => button.classList.remove('copied'), 1500);
  });
}

export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text.startsWith('/') ? new URL(text, location.href).href : text);
  say('copied');
}

let rest: ReturnType<typeof setTimeout> | undefined;

/** Tells in the corner of the page, and politely to who cannot see it. */
function say(what: 'copied'): void {
  const toast = document.querySelector<HTMLElement>('[data-toast]');
  if (!toast) return;
  clearTimeout(rest);
  toast.textContent = toast.dataset[what] ?? '';
  rest = setTimeout(() => (toast.textContent = ''), 1500);
}
