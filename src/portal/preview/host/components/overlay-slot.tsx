import {
  createContext,
  useCallback,
  useContext,
  useId,
  useMemo,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import type { CardReactions } from '../../card-protocol.ts';
import { cardEvent, type CardEvent } from './card-event.ts';
import { OverlayRegistryContext } from './overlay-registry.ts';

/** What a modal, panel or tooltip learns about the control whose `overlay` it is. */
export interface OverlaySlot {
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  /** A tooltip calls it with its element id, so that its control can refer to it. */
  readonly describe: (id: string | undefined) => void;
}

/** Null for an overlay that stands by itself and is opened by its id. */
export const OverlaySlotContext = createContext<OverlaySlot | null>(null);

/** Behaviour that Button, Link, Tag and the like share: a click handler and an `overlay`. */
export interface OverlayTrigger {
  /** Tells the card of the click, then opens the overlay if there is one. */
  readonly trigger: () => void;
  /** To be drawn beside the control. */
  readonly overlay: ReactElement | null;
  /** For `aria-describedby`; set while the overlay is a tooltip. */
  readonly describedBy: string | undefined;
}

/** A card's click handler on the other side of the message channel. */
export type ClickHandler = (event: CardEvent, reactions: CardReactions) => void | Promise<void>;

/** Connects a control to its click handler and overlay. */
export function useOverlayTrigger(control: {
  readonly overlay?: ReactNode;
  readonly onClick?: ClickHandler | undefined;
}): OverlayTrigger {
  const { reactions } = useContext(OverlayRegistryContext);
  const [open, setOpen] = useState(false);
  const [describedBy, describe] = useState<string | undefined>(undefined);
  const slot = useMemo(() => ({ open, setOpen, describe }), [open]);
  const { overlay, onClick } = control;
  const trigger = useCallback(() => {
    void onClick?.(cardEvent('click'), reactions);
    if (overlay !== undefined && overlay !== null) setOpen(true);
  }, [onClick, overlay, reactions]);
  return {
    trigger,
    overlay:
      overlay === undefined || overlay === null ? null : (
        <OverlaySlotContext.Provider value={slot}>{overlay}</OverlaySlotContext.Provider>
      ),
    describedBy,
  };
}

/** Shown while the pointer or the focus is on the control that carries it as `overlay`. */
export function Tooltip({
  children,
  placement,
}: {
  readonly children?: ReactNode;
  readonly placement?: string;
}): ReactElement {
  const id = useId();
  const slot = useContext(OverlaySlotContext);
  const describe = slot?.describe;
  const attach = useCallback(
    (node: HTMLElement | null) => {
      describe?.(node === null ? undefined : id);
    },
    [describe, id],
  );
  return (
    <span ref={attach} id={id} role="tooltip" className={`ui-tooltip ${placement ?? 'top'}`}>
      {children}
    </span>
  );
}
