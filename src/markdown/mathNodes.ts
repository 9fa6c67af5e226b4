import type { Element, ElementContent } from 'hast';

export function element(
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children };
}

export function text(value: string): ElementContent {
  return { type: 'text', value };
}

/** A span of a class, which the stylesheet lays out. */
export function box(className: string, children: ElementContent[]): Element {
  return element('span', children, { className: [className] });
}
