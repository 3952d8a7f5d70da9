import type { ReactElement } from 'react';
import type { CardListing } from '../../../preview/card-protocol.ts';
import { CardFrame } from '../../../preview/host/card-frame.tsx';
import type { ContactRow } from '../../page-data.ts';
import { PageDialog } from '../page-dialog.tsx';
import { PlaceLink } from '../routes.tsx';
import { useCardSurroundings } from './use-card-surroundings.tsx';

/** A contact beside the list, with the cards that HubSpot shows in its preview panel. */
export function PreviewPanel(props: {
  readonly row: ContactRow;
  readonly cards: readonly CardListing[];
  readonly onClose: () => void;
}): ReactElement {
  const { row } = props;
  const { surroundings, openWindow } = useCardSurroundings(row.id);
  return (
    <PageDialog title={row.name} kind="side" onClose={props.onClose}>
      <div className="preview-panel">
        <p>{[row.jobTitle, row.company, row.email].filter((words) => words !== '').join(', ')}</p>
        <PlaceLink to={`/contacts/${row.id}`}>Open the record</PlaceLink>
        {props.cards.map((card) => (
          <CardFrame key={card.name} card={card} {...surroundings} />
        ))}
      </div>
      {openWindow}
    </PageDialog>
  );
}
