/** How far below the screen a demo starts to load. */
const MARGIN = '300px';

/** Starts each demo on the page when the reader comes near it; nothing is loaded before. */
export function mountDemos() {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        void import('./hydrateDemo.tsx').then(({ hydrateDemo }) =>
          hydrateDemo(target as HTMLElement),
        );
      }
    },
    { rootMargin: MARGIN },
  );
  for (const root of document.querySelectorAll('[data-demo-root]')) observer.observe(root);
}
