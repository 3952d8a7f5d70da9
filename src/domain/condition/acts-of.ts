import type { LeadEvent, LeadFacts } from './lead-facts.ts';

/** Acts that are read off a lead's properties, so that they are known on every HubSpot tier. */
export const DERIVED_ACTS: readonly string[] = ['form_sent', 'message', 'reply', 'last_page'];

/**
 * Everything that is known of what a lead did, as events: those HubSpot recorded, the forms it sent, what it wrote, and
 * its last reply. An act that HubSpot does not date has an empty `occurredAt`.
 */
export function actsOf(facts: LeadFacts): readonly LeadEvent[] {
  return [...formsSent(facts), ...replies(facts), ...lastPage(facts), ...(facts.events ?? [])];
}

/** HubSpot keeps the last and the first form sent, and repeats the only one as both. */
function formsSent({ properties }: LeadFacts): readonly LeadEvent[] {
  const forms = (['recent', 'first'] as const).flatMap((which): readonly LeadEvent[] => {
    const conversion = properties[`${which}_conversion_event_name`]?.trim();
    if (!conversion) return [];
    const occurredAt = properties[`${which}_conversion_date`] ?? '';
    return [{ type: 'form_sent', occurredAt, properties: { conversion } }];
  });
  const [recent, first] = forms;
  const same =
    first?.occurredAt === recent?.occurredAt &&
    first?.properties['conversion'] === recent?.properties['conversion'];
  return recent && first && same ? [recent] : forms;
}

function replies({ properties }: LeadFacts): readonly LeadEvent[] {
  const occurredAt = properties['hs_sales_email_last_replied'];
  return occurredAt ? [{ type: 'reply', occurredAt, properties: {} }] : [];
}

/** Where events have not been read HubSpot still knows the last page seen; where they have, it is one of them. */
function lastPage({ events, properties }: LeadFacts): readonly LeadEvent[] {
  const url = properties['hs_analytics_last_url'];
  if (events !== undefined || !url) return [];
  const occurredAt = properties['hs_analytics_last_timestamp'] ?? '';
  return [{ type: 'last_page', occurredAt, properties: { url } }];
}
