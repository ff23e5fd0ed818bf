/** The button that goes through the themes. The choice itself is applied by the first script of each page, before anything is painted. */

import { remember } from './memory.ts';

const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** Lets the button choose; where there is no script, it does not show. */
export function startThemeToggle(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-toggle]');
  if (!button) return;
  show(button, current());
  button.addEventListener('click', () => choose(button));
}

function choose(toggle: HTMLButtonElement): void {
  const next = themes[(themes.indexOf(current()) + 1) % themes.length] ?? 'system';
  if (next === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
  show(toggle, next);
  remember('theme', next === 'system' ? undefined : next);
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
