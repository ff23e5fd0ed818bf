import type { WidgetEntry, WidgetFile } from '../documents/public/widget-json.ts';
import { makePanel, type Panel } from './whats-new-panel.ts';
import { entriesOf, isUnread, type Marker, markSeen, readMarker, writeMarker } from './whats-new-marker.ts';
import { css } from './whats-new-style.ts';
import { make, makeLink, makeList, markLanguage, type Shown } from './whats-new-view.ts';

/**
 * `<whats-new>` for other people's pages: tells what is new on the site that the script was loaded from. One request for one file,
 * no cookie, no inline style, no HTML from text. Fires `whats-new-change` with the number of unread releases, and `whats-new-open`.
 */

const names = ['product', 'look', 'limit', 'label', 'target', 'src'] as const;
const ownFile = new URL('widget.json', import.meta.url).href;
const elements = new Set<WhatsNew>();
const files = new Map<string, Promise<WidgetFile | undefined>>();
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

export type { WhatsNew };

class WhatsNew extends HTMLElement {
  static readonly observedAttributes = names;
  /** Releases that this reader has not seen. */
  unread = 0;
  #root = this.attachShadow({ mode: 'open' });
  #file?: WidgetFile;
  #marker?: Marker;
  /** Entries that were unread when they were shown keep saying so until the page is left. */
  #fresh = new Set<string>();
  #panel?: Panel;
  #watch?: IntersectionObserver;

  connectedCallback(): void {
    this.#root.adoptedStyleSheets = [sheet];
    elements.add(this);
    this.#takeProperties();
    void this.#load();
  }

  disconnectedCallback(): void {
    elements.delete(this);
    this.#watch?.disconnect();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (!this.isConnected || before === after) return;
    if (name === 'src' || name === 'product') this.#fresh.clear();
    if (name === 'src') return void this.#load();
    if (name === 'product') this.#warn();
    this.refresh();
  }

  /** Opens the panel of the badge. */
  open(): void {
    this.#panel?.open();
  }

  close(): void {
    this.#panel?.close();
  }

  /** Reads the marker again and shows what it says. */
  refresh(): void {
    const file = this.#file;
    const product = this.#get('product');
    const entries = file ? entriesOf(file, product) : [];
    const kept = readMarker(this.#key());
    this.#marker = kept ?? (file && markSeen(file, product));
    const unread = entries.filter((entry) => this.#isUnread(entry));
    const isChanged = unread.length !== this.unread;
    this.unread = unread.length;
    this.#draw(entries, unread);
    // Not before: of a file that cannot be shown nothing was seen.
    if (!kept && this.#marker) writeMarker(this.#key(), this.#marker);
    if (isChanged) this.#tell('whats-new-change', { unread: this.unread });
  }

  async #load(): Promise<void> {
    const src = this.#source();
    const known = files.get(src) ?? fetchFile(src);
    files.set(src, known);
    this.#draw([], []);
    const file = await known;
    if (src !== this.#source() || !this.isConnected) return;
    this.#file = file;
    this.#warn();
    try {
      this.refresh();
    } catch {
      // One that is not as it should be is as good as none.
      this.#file = undefined;
      this.refresh();
    }
  }

  #draw(entries: WidgetEntry[], unread: WidgetEntry[]): void {
    const look = this.#get('look');
    const limit = Math.min(20, Math.max(1, Math.trunc(Number(this.#get('limit'))) || 5));
    // What came late bears an early day, and would otherwise be told of but not shown.
    const shown = entries.filter(
      (entry, place) => place < limit || unread.includes(entry) || this.#fresh.has(entry.id),
    );
    if (look === 'list') this.#drawList(shown);
    else if (look === 'banner') this.#drawBanner(unread[0]);
    else this.#drawBadge(shown);
    // The page around may be in another language.
    const { locale: lang, dir } = this.#file ?? {};
    if (lang) for (const child of this.#root.children) Object.assign(child, { lang, dir });
  }

  #drawBadge(shown: WidgetEntry[]): void {
    if (!this.#panel?.button.isConnected) {
      this.#panel = makePanel(() => this.#seen());
      this.#root.replaceChildren(this.#panel.button, this.#panel.panel);
    }
    const { title, unread, close } = this.#file?.words ?? { title: '', unread: '', close: '' };
    this.#panel.show({
      title: this.#get('label') || title || 'What’s new',
      unread: this.unread,
      unreadWords: unread.replace('#', String(this.unread)),
      close,
      content: this.#content(shown),
    });
  }

  #drawList(shown: WidgetEntry[]): void {
    const title = this.#get('label') || this.#file?.words.title || '';
    const section = make('section', { part: 'section', 'aria-label': title });
    section.append(
      make('div', { part: 'head' }, make('p', { part: 'heading' }, title)),
      ...this.#content(shown),
    );
    this.#root.replaceChildren(...(this.#file ? [section] : []));
    this.#watch?.disconnect();
    if (this.unread === 0) return;
    // A list is open as soon as it is in sight.
    this.#watch = new IntersectionObserver((seen) => {
      if (seen.some((each) => each.isIntersecting)) this.#seen();
    });
    this.#watch.observe(section);
  }

  #drawBanner(entry?: WidgetEntry): void {
    if (!entry || !this.#file) return this.#root.replaceChildren();
    const { words } = this.#file;
    const link = makeLink(entry.url, `${entry.name}: `, this.#target());
    link.append(make('span', markLanguage(this.#file, entry.locale), entry.title));
    const close = make('button', { part: 'close', type: 'button', 'aria-label': words.close }, '×');
    for (const control of [link, close]) control.addEventListener('click', () => this.#seen());
    const text = make('p', {}, make('strong', { part: 'new' }, words.new), link);
    this.#root.replaceChildren(
      make('div', { part: 'banner', role: 'region', 'aria-label': words.title }, text, close),
    );
  }

  #content(shown: WidgetEntry[]): Node[] {
    const file = this.#file;
    // Without the file there is still a place to go.
    if (!file) {
      const all = new URL('changelog/', this.#source()).href;
      return [make('p', { part: 'more' }, makeLink(all, all, this.#target()))];
    }
    const view: Shown = {
      file,
      entries: shown,
      isUnread: (entry) => this.#fresh.has(entry.id) || this.#isUnread(entry),
      target: this.#target(),
    };
    return makeList(view, file.products[this.#get('product')]?.url ?? file.url);
  }

  /** Everything that is shown has been seen. */
  #seen(): void {
    this.#tell('whats-new-open', { unread: this.unread });
    if (!this.#file) return;
    const product = this.#get('product');
    for (const entry of entriesOf(this.#file, product)) if (this.#isUnread(entry)) this.#fresh.add(entry.id);
    // Another tab may have been further.
    writeMarker(this.#key(), markSeen(this.#file, product, readMarker(this.#key()) ?? this.#marker));
    for (const element of elements) element.refresh();
  }

  #isUnread(entry: WidgetEntry): boolean {
    return this.#marker !== undefined && isUnread(entry, this.#marker);
  }

  /** Whoever builds the page around is told why nothing is shown of a product. */
  #warn(): void {
    const product = this.#get('product');
    const known = Object.keys(this.#file?.products ?? {});
    if (product && known.length > 0 && !known.includes(product))
      console.warn(`<whats-new product="${product}">: no such product; there are ${known.join(', ')}.`);
  }

  /** Properties that were set before this script was there hide the element's own. */
  #takeProperties(): void {
    const own = this as unknown as Record<string, unknown>;
    for (const name of names) {
      if (!Object.hasOwn(own, name)) continue;
      const value = own[name];
      delete own[name];
      own[name] = value;
    }
  }

  #tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #get(name: (typeof names)[number]): string {
    return this.getAttribute(name)?.trim() ?? '';
  }

  #target(): string {
    return this.#get('target') || '_blank';
  }

  #source(): string {
    return new URL(this.#get('src') || ownFile, document.baseURI).href;
  }

  #key(): string {
    const marks = new URL(this.#file?.marks ?? '', this.#source()).href;
    return `whats-new ${marks} ${this.#get('product') || '*'}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'whats-new': WhatsNew;
  }
}

// Frameworks set properties where an element has them.
for (const name of names) {
  Object.defineProperty(WhatsNew.prototype, name, {
    get(this: WhatsNew) {
      return this.getAttribute(name) ?? '';
    },
    set(this: WhatsNew, value: unknown) {
      if (value === null || value === undefined || value === '') this.removeAttribute(name);
      else this.setAttribute(name, String(value));
    },
  });
}

// Another tab has read something; what else the page around keeps is none of our business.
addEventListener('storage', ({ key }) => {
  if (key === null || key.startsWith('whats-new ')) for (const element of elements) element.refresh();
});
if (!customElements.get('whats-new')) customElements.define('whats-new', WhatsNew);

async function fetchFile(src: string): Promise<WidgetFile | undefined> {
  try {
    const response = await fetch(src, { credentials: 'omit' });
    const file = (await response.json()) as WidgetFile;
    return response.ok && file.version === 1 && Array.isArray(file.entries) ? file : undefined;
  } catch {
    return undefined;
  }
}
