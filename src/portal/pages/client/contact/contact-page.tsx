import type { ReactElement } from 'react';
import type { CardListing } from '../../../preview/card-protocol.ts';
import { CardFrame } from '../../../preview/host/card-frame.tsx';
import type { ContactRecord } from '../../page-data.ts';
import { Failure, Loading, PageHeading } from '../page-states.tsx';
import { usePortal } from '../portal-context.tsx';
import { PlaceLink } from '../routes.tsx';
import { useResource } from '../use-resource.ts';
import { IdentityCard } from './identity-card.tsx';
import { PropertySections } from './property-sections.tsx';
import { RecordTabs } from './record-tabs.tsx';
import { RelatedCards } from './related-cards.tsx';
import { useCardSurroundings } from './use-card-surroundings.tsx';

/** The record of one contact in three columns, with the cards of the app where HubSpot would show them. */
export function ContactPage(props: {
  readonly id: string;
  readonly cards: readonly CardListing[];
}): ReactElement {
  const { pulse } = usePortal();
  const contact = useResource<ContactRecord>(`/_portal/pages/contacts/${props.id}`, pulse.version);
  const { surroundings, openWindow } = useCardSurroundings(props.id);
  const { edits } = surroundings;
  if (contact.data === undefined) {
    return (
      <div className="page">
        <PageHeading title="Contact" />
        {contact.error === undefined ? (
          <Loading what="the contact" />
        ) : (
          <Failure what="The contact" why={contact.error} />
        )}
        <p>
          <PlaceLink to="/">Back to the contacts</PlaceLink>
        </p>
      </div>
    );
  }
  const { data } = contact;
  const sidebar = props.cards.filter((card) => card.location === 'crm.record.sidebar');
  return (
    <div className="record">
      <div className="record-left">
        <IdentityCard contact={data} onEdited={edits.tell} />
        <PropertySections contact={data} onEdited={edits.tell} />
      </div>
      <div className="record-middle">
        {contact.error !== undefined && <Failure what="The newest state" why={contact.error} />}
        <RecordTabs
          contact={data}
          cards={props.cards.filter((card) => card.location === 'crm.record.tab')}
          surroundings={surroundings}
        />
      </div>
      <div className="record-right">
        {sidebar.map((card) => (
          <CardFrame key={card.name} card={card} {...surroundings} />
        ))}
        <RelatedCards contact={data} />
      </div>
      {openWindow}
    </div>
  );
}
