import { parseInstant } from '../instant.ts';
import type { DatedValue, LeadEvent, LeadFacts } from './lead-facts.ts';

/** Acts that are read off a lead's properties, so that they are known on every HubSpot tier. */
export const DERIVED_ACTS: readonly string[] = ['form_sent', 'message', 'reply', 'last_page'];

/**
 * Everything that is known of what a lead did, as events: those HubSpot recorded, the forms it sent, what it wrote, and
 * its last reply. An act that HubSpot does not date has an empty `occurredAt`.
 */
export function actsOf(facts: LeadFacts): readonly LeadEvent[] {
  return [
    ...formsSent(facts),
    ...messages(facts),
    ...replies(facts),
    ...lastPage(facts),
    ...(facts.events ?? []),
  ];
}

/** Has the person written something of which the facts do not tell when? */
export function isMessageUndated(facts: LeadFacts): boolean {
  const { history, properties } = facts;
  return Boolean(properties['message']?.trim()) && !history?.message && formOfMessage(facts) === '';
}

/**
 * When a property took the value that it has: the oldest change of those since which it has been the same. Null where the
 * newest change says something else, because then nobody knows.
 *
 * @param value - that the property has
 * @param history - its changes, in any order
 */
export function writtenAt(value: string, history: readonly DatedValue[]): string | null {
  const newestFirst = history
    .flatMap(({ value: taken, at }) => {
      const read = parseInstant(at);
      return read.ok ? [{ same: taken.trim() === value.trim(), at, order: read.value }] : [];
    })
    .sort((a, b) => b.order - a.order);
  let since: string | null = null;
  for (const { same, at } of newestFirst) {
    if (!same) break;
    since = at;
  }
  return since;
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

/**
 * HubSpot keeps the last message for good and does not date it. Its history does; without one, the only form ever sent
 * dates it. When in doubt it is no act: it is shown to the rep and scores nothing (design §6).
 */
function messages(facts: LeadFacts): readonly LeadEvent[] {
  const text = facts.properties['message']?.trim();
  if (!text) return [];
  const history = facts.history?.message;
  const occurredAt = history ? writtenAt(text, history) : formOfMessage(facts);
  return occurredAt ? [{ type: 'message', occurredAt, properties: { text } }] : [];
}

/** Date of the only form that the message can have come with; `''` where there are several, or none. */
function formOfMessage({ properties }: LeadFacts): string {
  const [recent, first] = (['recent', 'first'] as const).map((which) => ({
    name: properties[`${which}_conversion_event_name`]?.trim() ?? '',
    date: properties[`${which}_conversion_date`] ?? '',
  }));
  const only = first?.name === '' || (first?.name === recent?.name && first?.date === recent?.date);
  return only && recent?.name ? recent.date : '';
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
