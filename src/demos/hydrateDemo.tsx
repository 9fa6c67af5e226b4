import { hydrate } from 'preact';
import type { Language } from '../language.ts';
import { DemoFrame } from './DemoFrame.tsx';
import { loadDemo } from './registry.ts';

/** Brings a demo that was rendered at build time to life. */
export async function hydrateDemo(root: HTMLElement) {
  const { demoRoot, language, label } = root.dataset;
  const demo = await loadDemo(demoRoot!);
  hydrate(<DemoFrame demo={demo} language={language as Language} label={label} />, root);
}
