import { hydrate } from 'preact';
import { loadCheckpoints } from '../checkpoints/shipped.ts';
import type { Language } from '../language.ts';
import { DemoFrame } from './DemoFrame.tsx';
import { FRAME_STRINGS } from './frameStrings.ts';
import { loadDemo } from './registry.ts';

/**
 * Brings a demo that was rendered at build time to life, with its trained models, if it has any. Until
 * they are there the default state stands on the page; if they do not come, the reader can ask again.
 */
export async function hydrateDemo(root: HTMLElement): Promise<void> {
  const { demoRoot, language, label } = root.dataset;
  const demo = await loadDemo(demoRoot!);
  try {
    const checkpoints = await loadCheckpoints(demo.checkpoints ?? []);
    const frame = { demo, label, checkpoints, language: language as Language };
    hydrate(<DemoFrame {...frame} />, root);
  } catch (error) {
    console.error(error);
    offerAnotherTry(root, language as Language);
  }
}

/** A message with a button, above what the build rendered, which stays. */
function offerAnotherTry(root: HTMLElement, language: Language): void {
  const { checkpointFailed, tryAgain } = FRAME_STRINGS[language];
  const message = document.createElement('p');
  message.className = 'demo-problem';
  message.role = 'alert';
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = tryAgain;
  button.addEventListener('click', () => {
    message.remove();
    void hydrateDemo(root);
  });
  message.append(`${checkpointFailed} `, button);
  root.prepend(message);
}
