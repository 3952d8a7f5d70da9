import { useMemo, useState, type ReactElement } from 'react';
import type { CardListing, IframeRequest } from '../../preview/card-protocol.ts';
import { CardFrame } from '../../preview/host/card-frame.tsx';
import { createEditFeed } from '../../preview/host/edit-feed.ts';
import { IframeDialog } from './contact/iframe-dialog.tsx';
import { PageHeading } from './page-states.tsx';
import { usePortal } from './portal-context.tsx';

/** A page of the app itself: its home, its settings. */
export function AppPage({ card }: { readonly card: CardListing }): ReactElement {
  const { acting, refresh, showAlert } = usePortal();
  const edits = useMemo(() => createEditFeed(), []);
  const [iframe, setIframe] = useState<
    { readonly request: IframeRequest; readonly onClose: () => void } | undefined
  >();
  return (
    <div className="page">
      <PageHeading title={card.title} />
      <CardFrame
        card={card}
        ownerId={acting.id}
        contactId={undefined}
        edits={edits}
        showAlert={showAlert}
        showIframe={(request, onClose) => {
          setIframe({ request, onClose });
        }}
        refreshRecord={refresh}
      />
      {iframe !== undefined && (
        <IframeDialog
          request={iframe.request}
          onClose={() => {
            iframe.onClose();
            setIframe(undefined);
          }}
        />
      )}
    </div>
  );
}
