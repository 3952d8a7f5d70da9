import { createContext } from 'react';
import type { CardReactions } from '../../card-protocol.ts';

/** Opens and closes the modals and panels of one card by the ids that the card gave them. */
export interface OverlayRegistry {
  /** Makes an overlay known; answers the function that forgets it. */
  readonly register: (id: string, setOpen: (open: boolean) => void) => () => void;
  readonly close: (id: string) => void;
  /** Handed to the card's click handlers. */
  readonly reactions: CardReactions;
}

/** One registry per drawn card, since the same card can stand in the tab and in the sidebar at once. */
export function createOverlayRegistry(): OverlayRegistry {
  const setters = new Map<string, (open: boolean) => void>();
  const close = (id: string): void => setters.get(id)?.(false);
  const open = (id: string): void => setters.get(id)?.(true);
  return {
    register: (id, setOpen) => {
      setters.set(id, setOpen);
      return () => {
        if (setters.get(id) === setOpen) setters.delete(id);
      };
    },
    close,
    reactions: { openModal: open, openPanel: open, closeModal: close, closePanel: close },
  };
}

/** The registry of the card that is being drawn. */
export const OverlayRegistryContext = createContext<OverlayRegistry>(createOverlayRegistry());
