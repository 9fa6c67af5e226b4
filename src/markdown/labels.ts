import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { Language } from '../ui/language.ts';

export type LabelKind = 'equation' | 'figure' | 'demo' | 'exercise';
export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** The components that carry a number: what they are, and how their label comes from their id. */
const NUMBERED_COMPONENTS: Record<string, { kind: LabelKind; prefix: string }> = {
  Figure: { kind: 'figure', prefix: 'fig-' },
  Demo: { kind: 'demo', prefix: 'demo-' },
  Exercise: { kind: 'exercise', prefix: 'exercise-' },
};

const LABEL_TEXTS: Record<Language, Record<LabelKind, (number: string) => string>> = {
  zh: {
    equation: (number) => `式 (${number})`,
    figure: (number) => `图 ${number}`,
    demo: (number) => `演示 ${number}`,
    exercise: (number) => `练习 ${number}`,
  },
  en: {
    equation: (number) => `Eq. (${number})`,
    figure: (number) => `Fig. ${number}`,
    demo: (number) => `Demo ${number}`,
    exercise: (number) => `Exercise ${number}`,
  },
};

/** “式 (1.3)”, “Fig. 1.2”: how the prose names a numbered thing. */
export function labelText(language: Language, kind: LabelKind, number: string): string {
  return LABEL_TEXTS[language][kind](number);
}

/**
 * The label of a numbered component: `<Figure id="fig-x">` is `fig-x`, `<Demo id="x">` is `demo-x`,
 * `<Exercise id="x">` is `exercise-x` (a prefix that is already there is not repeated).
 */
export function componentLabel(
  node: JsxElement,
): { kind: LabelKind; id: string | undefined } | undefined {
  const component = NUMBERED_COMPONENTS[node.name ?? ''];
  if (!component) return undefined;
  const id = literalAttribute(node, 'id');
  if (!id) return { kind: component.kind, id: undefined };
  return { kind: component.kind, id: id.startsWith(component.prefix) ? id : component.prefix + id };
}

/** The value of an attribute that is written as a plain string. */
export function literalAttribute(node: JsxElement, name: string): string | undefined {
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== name) continue;
    return typeof attribute.value === 'string' ? attribute.value : undefined;
  }
  return undefined;
}

/** `$$ #eq-attention` labels a display equation. */
export function equationLabel(meta: string | null | undefined): string | undefined {
  return /(?:^|\s)#(\S+)/.exec(meta ?? '')?.[1];
}
