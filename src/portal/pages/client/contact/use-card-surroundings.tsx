import { useMemo, useState, type ReactElement } from 'react';
import type { IframeRequest } from '../../../preview/card-protocol.ts';
import type { CardSurroundings } from '../../../preview/host/create-host-api.ts';
import { createEditFeed } from '../../../preview/host/edit-feed.ts';
import { usePortal } from '../portal-context.tsx';
import { IframeDialog } from './iframe-dialog.tsx';

/** What cards on a page need of it, and the window they may open. */
export interface CardPlace {
  readonly surroundings: CardSurroundings;
  /** To be drawn on the page; null while no card has a window open. */
  readonly openWindow: ReactElement | null;
}

/** Connects cards with the page they stand on; without a contact it is one of the app's own pages. */
export function useCardSurroundings(contactId: string | undefined): CardPlace {
  const { acting, refresh, showAlert } = usePortal();
  const edits = useMemo(() => createEditFeed(), []);
  const [iframe, setIframe] = useState<
    { readonly request: IframeRequest; readonly onClose: () => void } | undefined
  >();
  return {
    surroundings: {
      ownerId: acting.id,
      contactId,
      edits,
      showAlert,
      showIframe: (request, onClose) => {
        setIframe({ request, onClose });
      },
      refreshRecord: refresh,
    },
    openWindow:
      iframe === undefined ? null : (
        <IframeDialog
          request={iframe.request}
          onClose={() => {
            iframe.onClose();
            setIframe(undefined);
          }}
        />
      ),
  };
}
