/** Tells cards of edits that a person makes on the page; HubSpot does not tell them of writes through the API. */
export interface EditFeed {
  /** Answers the function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly tell: () => void;
}

/** Creates a feed without listeners. */
export function createEditFeed(): EditFeed {
  const listeners = new Set<() => void>();
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: () => {
      listeners.forEach((listener) => {
        listener();
      });
    },
  };
}
