/**
 * Ties the equations to the demos: pointing at a symbol, by mouse, touch or keyboard, lights up
 * every element of the page with the same `data-sym`.
 *
 * The light is one rule of one stylesheet, so it also reaches what a demo draws later, and the
 * script never looks for the elements. The symbol that is lit stands in `data-lit-symbol` of the
 * root element, for demos whose drawings need more than an outline.
 */
const CHIPS = '.symbol-legend [data-sym]';
const IN_SENTENCES = '.small-math:not([aria-hidden]) [data-sym]';
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
  for (const stop of stops) stop.ariaPressed = String(stop.dataset['sym'] === pinned);
  show(pinned);
}

/**
 * What the keyboard stops at: the chips of the legends, and for a symbol that is in no legend its
 * first place in a sentence. (Displayed formulas are hidden from screen readers.)
 */
function keyboardStops(): HTMLElement[] {
  const chips = [...document.querySelectorAll<HTMLElement>(CHIPS)];
  const covered = new Set(chips.map(({ dataset }) => dataset['sym']));
  const others = [...document.querySelectorAll<HTMLElement>(IN_SENTENCES)].filter(({ dataset }) => {
    const isFirst = !covered.has(dataset['sym']);
    covered.add(dataset['sym']);
    return isFirst;
  });
  return [...chips, ...others];
}

const stops = keyboardStops();
for (const stop of stops) {
  stop.role = 'button';
  stop.tabIndex = 0;
  stop.ariaPressed = 'false';
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
  const stop = stops.find((each) => each === event.target);
  if (stop && (event.key === 'Enter' || event.key === ' ')) {
    event.preventDefault();
    pin(stop.dataset['sym']);
  }
});

export {};
