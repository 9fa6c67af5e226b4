/**
 * The definition of a term (`Term.astro`), shown while the pointer or the keyboard is on it. One
 * popover serves all terms of the page. After WCAG 1.4.13 it can be dismissed with Escape, pointed
 * at itself, and stays as long as it is wanted. A first tap on a touch screen shows it, a second
 * follows the link.
 */
import { languageOf, type Language } from '../language.ts';
import type { TermDefinitions } from './termDefinitions.ts';

const ID = 'term-definition';
const GAP = 6;
const MARGIN = 16;
/** Long enough to cross the gap between the term and its definition. */
const LEAVE_DELAY = 200;

const popover = document.createElement('div');
popover.id = ID;
popover.className = 'term-definition';
popover.role = 'tooltip';
popover.popover = 'manual';
document.body.append(popover);

let shown: HTMLAnchorElement | undefined;
let leaving: ReturnType<typeof setTimeout> | undefined;

function termAt(target: EventTarget | null): HTMLAnchorElement | undefined {
  return (target instanceof Element && target.closest<HTMLAnchorElement>('a.term')) || undefined;
}

/** The definitions in the page's language, fetched when the first one is wanted. */
let definitions: Promise<TermDefinitions> | undefined;

function definitionsOf(language: Language): Promise<TermDefinitions> {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  definitions ??= fetch(`${base}/terms/${language}.json`).then(
    (response) => response.json() as Promise<TermDefinitions>,
  );
  definitions.catch(() => (definitions = undefined)); // the next try fetches again
  return definitions;
}

async function show(term: HTMLAnchorElement): Promise<void> {
  clearTimeout(leaving);
  if (shown === term) return;
  hide();
  shown = term;
  const all = await definitionsOf(languageOf(document.documentElement.lang)).catch(() => undefined);
  const found = all?.[term.dataset['term'] ?? ''];
  if (!found || shown !== term) return; // no network, or the reader has gone on
  const heading = document.createElement('p');
  heading.append(
    element('b', found.name),
    found.name === found.otherName ? '' : element('span', found.otherName),
  );
  popover.replaceChildren(heading, element('p', found.definition));
  term.setAttribute('aria-describedby', ID);
  popover.showPopover();
  place(term);
}

function element(tag: string, text: string): HTMLElement {
  const created = document.createElement(tag);
  created.textContent = text;
  return created;
}

/** Under the term, or above it where there is no room; never beyond the sides. */
function place(term: HTMLAnchorElement): void {
  const line = term.getClientRects()[0] ?? term.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const right = document.documentElement.clientWidth - width - MARGIN;
  const left = Math.max(MARGIN, Math.min(line.left, right));
  const isRoomBelow = line.bottom + GAP + height <= window.innerHeight || line.top < height + GAP;
  const top = isRoomBelow ? line.bottom + GAP : line.top - GAP - height;
  popover.style.left = `${left + window.scrollX}px`;
  popover.style.top = `${top + window.scrollY}px`;
}

function hide(): void {
  clearTimeout(leaving);
  if (!shown) return;
  shown.removeAttribute('aria-describedby');
  shown = undefined;
  popover.hidePopover();
}

document.addEventListener('pointerover', (event) => {
  if (event.pointerType !== 'mouse') return;
  const term = termAt(event.target);
  const isOnDefinition = event.target instanceof Node && popover.contains(event.target);
  if (term) void show(term);
  else if (isOnDefinition) clearTimeout(leaving);
  else if (shown && document.activeElement !== shown) {
    clearTimeout(leaving);
    leaving = setTimeout(hide, LEAVE_DELAY);
  }
});

document.addEventListener('focusin', (event) => {
  const term = termAt(event.target);
  if (term?.matches(':focus-visible')) void show(term);
  else if (!term) hide();
});

document.addEventListener('focusout', (event) => {
  if (termAt(event.target)) hide();
});

document.addEventListener('click', (event) => {
  const term = termAt(event.target);
  const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
  if (term && isTouch && shown !== term) {
    event.preventDefault();
    void show(term);
  } else if (!(event.target instanceof Node && popover.contains(event.target))) {
    hide();
  }
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') hide();
});
