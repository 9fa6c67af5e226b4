/**
 * Ties the equations to the demos: pointing at a symbol, by mouse, touch or keyboard, lights up
 * every element of the page with the same `data-sym`.
 *
 * The light is one rule of one stylesheet, so it also reaches what a demo draws later, and the
 * script never looks for the elements. The symbol that is lit stands in `data-lit-symbol` of the
 * root element, for demos whose drawings need more than an outline.
 */
const CHIPS = '.symbol-legend [data-sym]';
const CONTROLS = 'a, button, input, select, textarea, summary, [role="slider"]';

const light = new CSSStyleSheet();
document.adoptedStyleSheets.push(light);

/** The symbol that a click or tap has fixed; pointing elsewhere only borrows the light. */
let pinned: string | undefined;

function symbolAt(target: EventTarget | null): string | undefined {
  const element =
    target instanceof Element ? target.closest<HTMLElement | SVGElement>('[data-sym]') : null;
  return element?.dataset['sym'];
}

function show(symbol: string | undefined): void {
  const root = document.documentElement;
  if (root.dataset['litSymbol'] === symbol) return;
  if (symbol === undefined) {
    delete root.dataset['litSymbol'];
    light.replaceSync('');
    return;
  }
  root.dataset['litSymbol'] = symbol;
  light.replaceSync(
    `[data-sym="${CSS.escape(symbol)}"] {
      background-color: var(--symbol-lit-background);
      outline: 2px solid var(--symbol-lit);
      outline-offset: 1px;
      border-radius: 2px;
    }`,
  );
}

function pin(symbol: string | undefined): void {
  pinned = symbol === pinned ? undefined : symbol;
  for (const chip of document.querySelectorAll<HTMLElement>(CHIPS)) {
    chip.ariaPressed = String(chip.dataset['sym'] === pinned);
  }
  show(pinned);
}

/** Formulas are hidden from screen readers, so only the chips of the legends are tab stops. */
for (const chip of document.querySelectorAll<HTMLElement>(CHIPS)) {
  chip.role = 'button';
  chip.tabIndex = 0;
  chip.ariaPressed = 'false';
}

document.addEventListener('pointerover', (event) => {
  if (event.pointerType === 'mouse') show(symbolAt(event.target) ?? pinned);
});

document.addEventListener('focusin', (event) => show(symbolAt(event.target) ?? pinned));

document.addEventListener('click', (event) => {
  const symbol = symbolAt(event.target);
  const control = event.target instanceof Element && event.target.closest(CONTROLS);
  // A control does its own work; it must not also leave a light behind.
  if (symbol !== undefined && !control) pin(symbol);
  else if (pinned !== undefined && !control) pin(undefined);
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    if (pinned !== undefined) pin(undefined);
    show(undefined);
  }
  const chip =
    event.target instanceof HTMLElement && event.target.matches(CHIPS) ? event.target : undefined;
  if (chip && (event.key === 'Enter' || event.key === ' ')) {
    event.preventDefault();
    pin(chip.dataset['sym']);
  }
});

export {};
