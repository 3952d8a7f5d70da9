import { hubspot } from '@hubspot/ui-extensions';
import { HandoffCard } from '../components/handoff-card.tsx';

hubspot.extend<'crm.record.tab'>(({ context, actions }) => (
  <HandoffCard
    variant="tab"
    contactId={String(context.crm.objectId)}
    userId={String(context.user.id)}
    publicUrl={context.variables?.['PUBLIC_URL']}
    fetch={hubspot.fetch}
    host={actions}
  />
));
