import type { DemoDefinition } from './definition.ts';
import { defaultState } from './urlState.ts';

/** Sent on the document whenever a demo with challenges has been derived anew. */
export interface ChallengeEvent {
  demo: string;
  /** Whether the reader has moved the demo from its default state. */
  changed: boolean;
  /** Challenge name → whether it is met now. */
  met: Record<string, boolean>;
}

export const CHALLENGE_EVENT = 'patchwork:challenges';

/** Tells the page's exercises which of a demo's challenges its present state meets. */
export function publishChallenges(
  demo: DemoDefinition,
  derived: unknown,
  state: Record<string, unknown>,
) {
  if (!demo.challenges) return;
  const met = Object.entries(demo.challenges).map(([name, isMet]) => [name, isMet(derived, state)]);
  const changed = JSON.stringify(state) !== JSON.stringify(defaultState(demo));
  const detail: ChallengeEvent = { demo: demo.id, changed, met: Object.fromEntries(met) };
  document.dispatchEvent(new CustomEvent(CHALLENGE_EVENT, { detail }));
}
