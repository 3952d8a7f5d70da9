import { useLayoutEffect, useRef, type ReactElement } from 'react';
import type { IframeRequest } from '../../../preview/card-protocol.ts';

/** The window that a card opens with `actions.openIframeModal`. */
export function IframeDialog(props: {
  readonly request: IframeRequest;
  readonly onClose: () => void;
}): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => {
      element?.close();
    };
  }, []);
  const { request } = props;
  const title = request.title ?? 'Page opened by the card';
  return (
    <dialog
      ref={dialog}
      className="ui-dialog modal large"
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <header>
        <h2>{title}</h2>
        <button
          type="button"
          className="ui-dialog-close"
          aria-label="Close"
          onClick={props.onClose}
        >
          <span aria-hidden="true">×</span>
        </button>
      </header>
      <iframe
        title={title}
        src={request.uri}
        width={request.width}
        height={request.height}
        sandbox="allow-scripts allow-forms allow-popups"
      />
    </dialog>
  );
}
