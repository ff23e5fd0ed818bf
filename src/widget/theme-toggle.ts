/** The button that goes through the themes. The choice itself is applied by `/theme.js`, before anything is painted. */

const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** Shows the button, which does nothing without this, and lets it and the key `t` choose. */
export function startThemeToggle(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-toggle]');
  if (!button) return;
  button.hidden = false;
  show(button, current());
  button.addEventListener('click', () => choose(button));
  document.addEventListener('keydown', (event) => {
    const alone = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 't' && alone && !isTyping(event) && singleKeysAreOn()) choose(button);
  });
}

function choose(toggle: HTMLButtonElement): void {
  const next = themes[(themes.indexOf(current()) + 1) % themes.length] ?? 'system';
  if (next === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
  show(toggle, next);
  try {
    if (next === 'system') localStorage.removeItem('theme');
    else localStorage.setItem('theme', next);
  } catch {
    // A browser that keeps nothing still shows the theme on this page.
  }
}

function show(toggle: HTMLButtonElement, theme: Theme): void {
  const label = `${toggle.dataset.label}: ${toggle.dataset[theme]}`;
  toggle.setAttribute('aria-label', label);
  toggle.title = label;
}

function current(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

function isTyping(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest('input, textarea, select, dialog') !== null;
}
/** WCAG 2.2, 2.1.4: the search dialog has the switch. */
function singleKeysAreOn(): boolean {
  try {
    return localStorage.getItem('single-keys') !== 'off';
  } catch {
    return true;
  }
}
