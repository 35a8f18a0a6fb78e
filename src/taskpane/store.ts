import { reduce, type PaneEvent, type PaneState } from "./state";

/** Holds the one state that ribbon, pane and keyboard share. */
export interface Store {
  state(): PaneState;
  dispatch(event: PaneEvent): void;
  /** Calls back after every change; the answer stops that. */
  subscribe(listener: () => void): () => void;
}

export function createStore(initial: PaneState): Store {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    dispatch(event) {
      const next = reduce(state, event);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
