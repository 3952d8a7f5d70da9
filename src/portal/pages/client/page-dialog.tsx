import { useLayoutEffect, useRef, type ReactElement, type ReactNode } from 'react';

/** A window over the page: the browser keeps the focus inside and gives it back when it closes. */
export function PageDialog(props: {
  readonly title: string;
  /** In the middle of the page, or at its right edge. */
  readonly kind: 'middle' | 'side';
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => {
      element?.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`ui-dialog ${props.kind} large`}
      aria-label={props.title}
      onCancel={(event) => {
        // A dialog of a card inside this one closes by itself.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        props.onClose();
      }}
    >
      <header>
        <h2>{props.title}</h2>
        <button
          type="button"
          className="ui-dialog-close"
          aria-label="Close"
          onClick={props.onClose}
        >
          <span aria-hidden="true">×</span>
        </button>
      </header>
      <div className="ui-dialog-body">{props.children}</div>
    </dialog>
  );
}
