import { parseInstant } from '../instant.ts';
import type { DatedValue, LeadFacts } from './lead-facts.ts';

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

/**
 * When the person wrote the present message: by its history, or by the only form ever sent. Null where nobody knows:
 * HubSpot keeps the last message for good and does not date it.
 */
export function messageDate(facts: LeadFacts): string | null {
  const text = facts.properties['message']?.trim();
  if (!text) return null;
  const history = facts.history?.message;
  return (history ? writtenAt(text, history) : formOfMessage(facts)) || null;
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
