import { createContext } from 'preact';

/** Whether scripts have taken over the rendered page; before that nothing pretends to be operable. */
export const Hydrated = createContext(false);
