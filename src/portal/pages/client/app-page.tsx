import type { ReactElement } from 'react';
import type { CardListing } from '../../preview/card-protocol.ts';
import { CardFrame } from '../../preview/host/card-frame.tsx';
import { useCardSurroundings } from './contact/use-card-surroundings.tsx';
import { PageHeading } from './page-states.tsx';

/** A page of the app itself: its home, its settings. */
export function AppPage({ card }: { readonly card: CardListing }): ReactElement {
  const { surroundings, openWindow } = useCardSurroundings(undefined);
  return (
    <div className="page">
      <PageHeading title={card.title} />
      <CardFrame card={card} {...surroundings} />
      {openWindow}
    </div>
  );
}
