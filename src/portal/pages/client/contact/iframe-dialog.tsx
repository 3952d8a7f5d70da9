import type { ReactElement } from 'react';
import type { IframeRequest } from '../../../preview/card-protocol.ts';
import { PageDialog } from '../page-dialog.tsx';

/** The window that a card opens with `actions.openIframeModal`. */
export function IframeDialog(props: {
  readonly request: IframeRequest;
  readonly onClose: () => void;
}): ReactElement {
  const { request } = props;
  const title = request.title ?? 'Page opened by the card';
  return (
    <PageDialog title={title} kind="middle" onClose={props.onClose}>
      <iframe
        title={title}
        src={request.uri}
        width={request.width}
        height={request.height}
        sandbox="allow-scripts allow-forms allow-popups"
      />
    </PageDialog>
  );
}
