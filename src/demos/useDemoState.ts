import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { DemoDefinition } from './definition.ts';
import { pageUrl } from './links.ts';
import { defaultState, readState } from './urlState.ts';

type State = Record<string, unknown>;

/** How long after the last change the address bar is brought up to date, in milliseconds. */
const URL_DELAY = 150;

/**
 * A demo's state, kept in the URL: the default at first (as rendered at build time), then what the
 * URL says, then what the reader does. Going back and forth in the history is followed.
 */
export function useDemoState(demo: DemoDefinition) {
  const [state, setState] = useState<State>(() => defaultState(demo));
  const [hydrated, setHydrated] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>();

  useEffect(() => {
    const follow = () => setState(readState(demo, new URLSearchParams(location.search)));
    follow();
    setHydrated(true);
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, [demo]);

  const set = useCallback(
    (next: State) => {
      setState(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(
        () => history.replaceState(history.state, '', pageUrl(demo, next)),
        URL_DELAY,
      );
    },
    [demo],
  );
  const latest = useRef(state);
  latest.current = state;
  const change = useCallback((fields: State) => set({ ...latest.current, ...fields }), [set]);
  const reset = useCallback(() => set(defaultState(demo)), [demo, set]);
  const stateNow = useCallback(() => latest.current, []);
  return { state, stateNow, hydrated, change, reset };
}
