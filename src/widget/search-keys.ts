/**
 * Lets the arrows walk from the field through the links of the results and back; on a link, letters go on in the field. The links
 * stay links: Enter, a middle click and Tab do what they always do.
 */
export function walkResults(root: HTMLElement, field: HTMLInputElement): void {
  root.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const links = [...root.querySelectorAll<HTMLAnchorElement>('[data-search-results] a')];
    const place = links.indexOf(document.activeElement as HTMLAnchorElement);
    const inField = document.activeElement === field;
    if (!inField && place < 0) return;
    const goal = goalOf(event.key, place, links.length, inField);
    if (goal !== undefined) {
      event.preventDefault();
      (goal < 0 ? field : links[goal])?.focus();
      links[goal]?.scrollIntoView({ block: 'nearest' });
    } else if (!inField && (event.key.length === 1 || event.key === 'Backspace') && event.key !== ' ') {
      field.focus();
    }
  });
}

/** The place to go to, -1 for the field; `undefined` where the key means something else. */
function goalOf(key: string, place: number, count: number, inField: boolean): number | undefined {
  if (key === 'ArrowDown') return count > 0 ? Math.min(place + 1, count - 1) : undefined;
  if (inField) return undefined;
  if (key === 'ArrowUp') return place - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}
