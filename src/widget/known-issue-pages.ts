import { decoded } from './decoded.ts';
import { loadPage } from './load-page.ts';

/**
 * Brings the issues of a product from the other pages of the register, each once. They are marked, for they are not this page's own.
 * @param pages the products on each page of the register
 */
export async function bringIssues(pages: string[][], product: string): Promise<void> {
  const there = pages.flatMap((products, index) => (index > 0 && products.includes(product) ? [index] : []));
  const others = await Promise.all(there.map(loadRegister));
  for (const other of others) bringPart(other, `Open ${product}`);
  for (const other of others) bringPart(other, `Fixed ${product}`);
}

/** Goes to the page that has what the address asks for, if it is from when the register had fewer pages. */
export async function findIssue(pages: string[][]): Promise<void> {
  const anchor = decoded(location.hash.slice(1));
  if (document.getElementById(anchor)) return;
  for (const index of pages.keys()) {
    const isHere = index > 0 && (await loadRegister(index)).getElementById(anchor);
    if (isHere) return location.replace(`${addressOf(index)}#${encodeURIComponent(anchor)}`);
  }
}

function bringPart(other: Document, name: string): void {
  const found = other.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (!found) return;
  const [id = ''] = name.split(' ');
  for (const issue of found.querySelectorAll<HTMLElement>('[data-open]')) issue.dataset.brought = '';
  const here = document.querySelector(`[data-part="${name}"] ul`);
  if (here) return here.append(...[...found.querySelectorAll('[data-open]')].filter(isNew));
  const register = document.getElementById(id)?.parentElement;
  if (register) return register.append(found);
  const whole = found.parentElement;
  whole?.replaceChildren(...[...whole.children].filter((child) => child.id === id || child === found));
  if (whole) document.querySelector('[data-issues]')?.append(whole);
}

function isNew({ id }: Element): boolean {
  return !document.getElementById(id);
}

function loadRegister(index: number): Promise<Document> {
  return loadPage(addressOf(index));
}

function addressOf(index: number): string {
  return `${location.pathname}page/${index + 1}/`;
}
