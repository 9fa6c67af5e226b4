import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from 'parse5';

/** One element of a built page, as far as the integrations and checks need to know it. */
export interface HtmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** The text directly inside; for a script or a style, its whole source as a browser hashes it. */
  text: string;
  /** Where the start tag ends in the source; undefined for an element that the parser added. */
  startTagEnd: number | undefined;
  /** The names of the elements around it, outermost first. */
  ancestors: readonly string[];
}

/** All elements of a page in document order; what stands in a `<template>` is not part of it. */
export function elementsOf(html: string): HtmlElement[] {
  // Without scripting a <noscript> is parsed as elements, and its styles need a hash too.
  const document = parse(html, { scriptingEnabled: false, sourceCodeLocationInfo: true });
  const found: HtmlElement[] = [];
  collect(document, [], found);
  return found;
}

function collect(
  parent: DefaultTreeAdapterTypes.ParentNode,
  ancestors: readonly string[],
  found: HtmlElement[],
): void {
  for (const node of parent.childNodes) {
    if (!tree.isElementNode(node)) continue;
    found.push({
      name: node.tagName,
      attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
      text: node.childNodes
        .filter((child) => tree.isTextNode(child))
        .map(({ value }) => value)
        .join(''),
      startTagEnd: node.sourceCodeLocation?.startTag?.endOffset,
      ancestors,
    });
    collect(node, [...ancestors, node.tagName], found);
  }
}
