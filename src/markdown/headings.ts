import { toString } from 'mdast-util-to-string';
import type { Heading } from 'mdast';

const BRACKET = /\s*\[#([A-Za-z0-9-]+)\]\s*$/;

/** The id in `## Title [#id]`. */
export function headingId(heading: Heading): string | undefined {
  const last = heading.children.at(-1);
  return last?.type === 'text' ? BRACKET.exec(last.value)?.[1] : undefined;
}

/** The heading's text without the id. */
export function headingTitle(heading: Heading): string {
  return toString(heading).replace(BRACKET, '').trim();
}

/** Takes the bracket off the heading. */
export function removeHeadingId(heading: Heading): void {
  const last = heading.children.at(-1);
  if (last?.type === 'text') last.value = last.value.replace(BRACKET, '');
}
