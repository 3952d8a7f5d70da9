import {
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import { createPortal } from 'react-dom';
import type { ModalProps, PanelProps, PanelSectionProps } from '@hubspot/ui-extensions';
import { OverlayRegistryContext } from './overlay-registry.ts';
import { OverlaySlotContext } from './overlay-slot.tsx';

const WIDTHS: Readonly<Record<string, string>> = {
  sm: 'small',
  small: 'small',
  md: 'medium',
  medium: 'medium',
  lg: 'large',
  large: 'large',
};

/** A dialog in the middle of the page. */
export function Modal(props: ModalProps): ReactElement | null {
  return <Overlay {...props} kind="middle" />;
}

/** A dialog at the right edge of the page. */
export function Panel({ variant: _variant, ...props }: PanelProps): ReactElement | null {
  return <Overlay {...props} kind="side" />;
}

function Overlay(
  props: Omit<ModalProps, 'variant'> & { readonly kind: string; readonly variant?: string },
): ReactElement | null {
  const slot = useContext(OverlaySlotContext);
  const registry = useContext(OverlayRegistryContext);
  const [ownOpen, setOwnOpen] = useState(false);
  const open = slot?.open ?? ownOpen;
  const setOpen = slot?.setOpen ?? setOwnOpen;
  const { id } = props;
  useEffect(() => registry.register(id, setOpen), [registry, id, setOpen]);
  if (!open) return null;
  return createPortal(
    <OpenDialog
      {...props}
      close={() => {
        setOpen(false);
      }}
    />,
    document.body,
  );
}

/** Uses the browser's own modal dialog: it keeps the focus inside, and gives it back when it closes. */
function OpenDialog(props: {
  readonly kind: string;
  readonly variant?: string;
  readonly width?: ModalProps['width'];
  readonly title?: string;
  readonly 'aria-label'?: string;
  readonly onOpen?: () => void;
  readonly onClose?: () => void;
  readonly close: () => void;
  readonly children?: ReactNode;
}): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const { onOpen, onClose } = props;
  const calls = useRef({ onOpen, onClose });
  useEffect(() => {
    calls.current = { onOpen, onClose };
  });
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return undefined;
    element.showModal();
    const { current } = calls;
    current.onOpen?.();
    return () => {
      element.close();
      current.onClose?.();
    };
  }, []);
  const title = props.title ?? props['aria-label'];
  return (
    <dialog
      ref={dialog}
      className={`ui-dialog ${props.kind} ${WIDTHS[props.width ?? 'md'] ?? 'medium'} ${props.variant ?? 'default'}`}
      aria-labelledby={title === undefined ? undefined : titleId}
      onCancel={(event) => {
        event.preventDefault();
        props.close();
      }}
      // A form inside the dialog belongs to it, not to a form of the card around its trigger.
      onSubmit={(event) => {
        event.stopPropagation();
      }}
    >
      <header>
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="ui-dialog-close" aria-label="Close" onClick={props.close}>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      {props.children}
    </dialog>
  );
}

/** The part of a modal or panel that scrolls. */
export function DialogBody({ children }: { readonly children?: ReactNode }): ReactElement {
  return <div className="ui-dialog-body">{children}</div>;
}

/** The part of a modal or panel that stays in sight, for its buttons. */
export function DialogFooter({ children }: { readonly children?: ReactNode }): ReactElement {
  return <footer className="ui-dialog-footer">{children}</footer>;
}

/** A stretch of a panel, set off by space unless `flush`. */
export function PanelSection({ children, flush }: PanelSectionProps): ReactElement {
  return (
    <section className={flush === true ? 'ui-panel-section flush' : 'ui-panel-section'}>
      {children}
    </section>
  );
}
