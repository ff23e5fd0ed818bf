/**
 * Lets the buttons copy what their `data-copy` says: an address of this site as a whole URL, anything else as it is. Buttons that
 * come later are meant, too. Where the browser has no clipboard they do not show.
 */
export function startCopyButtons(): void {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button[data-copy]') : null;
    if (!button) return;
    void copy(button);
  });
}

async function copy(button: HTMLElement): Promise<void> {
  if (!(await copyText(button.dataset.copy ?? ''))) return;
  button.classList.add('copied');
  setTimeout(() => button.classList.remove('copied'), 1500);
}

/** Tells how it went, and resolves to whether the text was copied: a browser may refuse, as in a frame of another site. */
export async function copyText(text: string): Promise<boolean> {
  const whole = text.startsWith('/') ? new URL(text, location.href).href : text;
  const isCopied = await navigator.clipboard.writeText(whole).then(
    () => true,
    () => false,
  );
  say(isCopied ? 'copied' : 'notCopied', isCopied ? 1500 : 5000);
  return isCopied;
}

/** Tells in the corner of the page, and politely to who cannot see it. What was told since stays: the page knows, for this module may stand in it twice. */
function say(what: 'copied' | 'notCopied', milliseconds: number): void {
  const toast = document.querySelector<HTMLElement>('[data-toast]');
  if (!toast) return;
  const since = String(performance.now());
  toast.textContent = toast.dataset[what] ?? '';
  toast.dataset['since'] = since;
  setTimeout(() => {
    if (toast.dataset['since'] === since) toast.textContent = '';
  }, milliseconds);
}
