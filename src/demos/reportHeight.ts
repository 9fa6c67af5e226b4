/** What an embedded demo tells the page around it, so that the iframe can be given the right height. */
export interface HeightMessage {
  type: 'patchwork:height';
  demo: string;
  /** Height of the document in CSS pixels. */
  height: number;
}

/** Tells the parent window the height of this page, now and whenever it changes. */
export function reportHeight(demo: string) {
  if (window.parent === window) return;
  const report = () => {
    const message: HeightMessage = {
      type: 'patchwork:height',
      demo,
      height: Math.ceil(document.body.getBoundingClientRect().height),
    };
    window.parent.postMessage(message, '*'); // nothing secret: a number, for whoever embeds us
  };
  new ResizeObserver(report).observe(document.body);
}
