import { renderToString } from 'preact-render-to-string';
import type { Language } from '../ui/language.ts';
import { DemoFrame } from './DemoFrame.tsx';
import type { DemoDefinition } from './definition.ts';

/** The HTML of a demo in its default state, computed at build time by the kernels that run in the browser. */
export function renderDemo(demo: DemoDefinition, language: Language, label?: string): string {
  return renderToString(<DemoFrame demo={demo} language={language} label={label} />);
}
