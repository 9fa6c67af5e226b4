import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { Language } from '../language.ts';

export type LabelKind = 'equation' | 'figure' | 'demo' | 'exercise';
export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** The components that carry a number, and what their labels begin with. */
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

export interface ComponentLabel {
  kind: LabelKind;
  /** Nothing where the component has no id, or not one that a label could be. */
  id: string | undefined;
  prefix: string;
}

/**
 * The label of a numbered component: `<Figure id="fig-x">` is `fig-x`, `<Exercise id="exercise-x">`
 * is `exercise-x`; a demo is known by its own name, so `<Demo id="x">` is `demo-x`.
 */
export function componentLabel(node: JsxElement): ComponentLabel | undefined {
  const component = NUMBERED_COMPONENTS[node.name ?? ''];
  if (!component) return undefined;
  const written = literalAttribute(node, 'id');
  const id = component.kind === 'demo' && written ? component.prefix + written : written;
  return { ...component, id: id?.startsWith(component.prefix) ? id : undefined };
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
