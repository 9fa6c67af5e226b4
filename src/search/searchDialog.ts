import type { Language } from '../language.ts';
import { findSections, type Found, type Pagefind } from './find.ts';
import { SEARCH_STRINGS } from './strings.ts';

/** How long the reader has to pause before a search starts, in milliseconds. */
const PAUSE = 120;

/** The search dialog: opens with a click, Ctrl+K or “/”, loads the index then, and lists sections. */
class SearchDialog extends HTMLElement {
  #strings = SEARCH_STRINGS[this.dataset.language as Language];
  #dialog = this.querySelector('dialog')!;
  #input = this.querySelector('input')!;
  #list = this.querySelector('ul')!;
  #status = this.querySelector('.search-status')!;
  #pagefind: Promise<Pagefind> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #latest = 0;

  connectedCallback() {
    const open = this.querySelector<HTMLButtonElement>('.search-open')!;
    open.disabled = false;
    open.addEventListener('click', () => this.#open());
    this.querySelector('.search-close')!.addEventListener('click', () => this.#dialog.close());
    this.#dialog.addEventListener('click', (event) => {
      if (event.target === this.#dialog) this.#dialog.close(); // the backdrop
    });
    this.#list.addEventListener('click', () => this.#dialog.close());
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#search(), PAUSE);
    });
    this.#dialog.addEventListener('keydown', (event) => this.#navigate(event));
    document.addEventListener('keydown', (event) => {
      const typing = (event.target as HTMLElement).closest?.(
        'input, textarea, select, [contenteditable]',
      );
      const asked =
        (event.key === 'k' && (event.ctrlKey || event.metaKey)) || (event.key === '/' && !typing);
      if (!asked || this.#dialog.open) return;
      event.preventDefault();
      this.#open();
    });
  }

  #open() {
    this.#dialog.showModal();
    this.#input.select();
    void this.#load().catch(() => undefined); // a failure is told when the reader searches
  }

  #load(): Promise<Pagefind> {
    const url = `${this.dataset.base!.replace(/\/$/, '')}/pagefind/pagefind.js`;
    this.#pagefind ??= (import(/* @vite-ignore */ url) as Promise<Pagefind>).then(
      async (pagefind) => {
        await pagefind.init();
        return pagefind;
      },
    );
    this.#pagefind.catch(() => (this.#pagefind = undefined)); // the next try loads it again
    return this.#pagefind;
  }

  /** The sections that match, best first. */
  async find(typed: string): Promise<Found[]> {
    return findSections(await this.#load(), typed);
  }

  async #search() {
    const request = ++this.#latest;
    const typed = this.#input.value.trim();
    if (!typed) return this.#show([], this.#strings.hint);
    try {
      const found = await this.find(typed);
      if (request !== this.#latest) return; // the reader has typed on
      this.#show(
        found,
        found.length ? this.#strings.count(found.length) : this.#strings.none(typed),
      );
    } catch {
      if (request === this.#latest) this.#show([], this.#strings.failed);
    }
  }

  #show(found: Found[], status: string) {
    this.#status.textContent = status;
    this.#list.replaceChildren(...found.map(resultItem));
  }

  /** Arrows walk from the field through the results and back; Enter in the field opens the best. */
  #navigate(event: KeyboardEvent) {
    const stops: HTMLElement[] = [this.#input, ...this.#list.querySelectorAll('a')];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && stops.length > 1) {
      event.preventDefault();
      const position = stops.indexOf(document.activeElement as HTMLElement);
      stops[(position + step + stops.length) % stops.length].focus();
    } else if (event.key === 'Enter' && event.target === this.#input && stops.length > 1) {
      event.preventDefault();
      stops[1].click();
    }
  }
}

function resultItem({ url, title, page, excerpt }: Found): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  const heading = document.createElement('strong');
  heading.textContent = title;
  const place = document.createElement('span');
  place.className = 'search-page';
  place.textContent = page;
  const text = document.createElement('span');
  text.className = 'search-excerpt';
  text.innerHTML = excerpt;
  link.append(heading, ' ', place, text);
  item.append(link);
  return item;
}

customElements.define('patchwork-search', SearchDialog);
