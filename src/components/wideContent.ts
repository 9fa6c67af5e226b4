/** A formula or a table wider than the page scrolls; while it does, the keyboard must reach it too. */
const resized = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const isWide = target.scrollWidth > target.clientWidth;
    if (isWide) target.setAttribute('tabindex', '0');
    else target.removeAttribute('tabindex');
  }
});

const WIDE = '.katex-display, .display-math, .sl-markdown-content > table';
for (const element of document.querySelectorAll(WIDE)) resized.observe(element);

export {};
