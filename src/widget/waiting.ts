/** Shows what stood back for the first answer, now that its place is known. What lies below the window stays below it. */
export function endWaiting(): void {
  const page = document.documentElement.dataset;
  if (page.waits !== undefined) page.waits = 'over';
}
