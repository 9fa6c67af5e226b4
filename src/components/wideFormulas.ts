/** A formula wider than the page scrolls; while it does, the keyboard must reach it too. */
const resized = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const isWide = target.scrollWidth > target.clientWidth;
    if (isWide) target.setAttribute('tabindex', '0');
    else target.removeAttribute('tabindex');
  }
});

for (const formula of document.querySelectorAll('.katex-display')) resized.observe(formula);

export {};
