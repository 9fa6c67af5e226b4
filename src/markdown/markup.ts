import type { ElementContent } from 'hast';
import type { PhrasingContent, RootContent } from 'mdast';

type Properties = Record<string, string | string[]>;

/** An HTML element as a node of a Markdown tree, around Markdown nodes. */
export function markup(
  tagName: string,
  properties: Properties,
  children: (RootContent | string)[],
): PhrasingContent {
  const nodes = children.map((child) => (typeof child === 'string' ? text(child) : child));
  // `emphasis` is only the carrier: `hName` decides what element it becomes.
  return {
    type: 'emphasis',
    data: { hName: tagName, hProperties: properties },
    children: nodes as PhrasingContent[],
  };
}

/** An HTML element as a node of a Markdown tree, around nodes that are HTML already. */
export function htmlMarkup(
  tagName: string,
  properties: Properties,
  children: ElementContent[],
): PhrasingContent {
  return {
    type: 'emphasis',
    data: { hName: tagName, hProperties: properties, hChildren: children },
    children: [],
  };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}
