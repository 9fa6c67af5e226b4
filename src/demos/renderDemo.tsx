import { renderToString } from 'preact-render-to-string';
import { loadCheckpoints } from '../checkpoints/shipped.ts';
import { imageUrl, type ImageId } from '../images/images.ts';
import type { Language } from '../language.ts';
import { DemoFrame } from './DemoFrame.tsx';
import type { DemoDefinition } from './definition.ts';

/** The HTML of a demo in its default state, computed at build time by the kernels that run in the browser. */
export async function renderDemo(
  demo: DemoDefinition,
  language: Language,
  label?: string,
): Promise<string> {
  const checkpoints = await loadCheckpoints(demo.checkpoints ?? []);
  return renderToString(<DemoFrame {...{ demo, language, checkpoints, label }} />);
}

/** The HTML of a demo's view alone, in any state. */
export function renderView(
  demo: DemoDefinition,
  language: Language,
  state: Record<string, unknown>,
  derived: unknown,
  image: ImageId,
): string {
  return renderToString(
    <demo.view
      state={state}
      derived={derived}
      strings={demo.strings[language]}
      language={language}
      change={() => undefined}
      picture={{ url: imageUrl(image) }}
    />,
  );
}
