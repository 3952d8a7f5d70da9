import { DAY, HOUR, instant, parseInstant, type Instant } from '../../domain/instant.ts';
import type { ContactList } from '../store/list-table.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { StoredRecord } from '../store/record-table.ts';

/** Properties of a seeded contact. */
type Values = Readonly<Record<string, string>>;

interface SeedSegment {
  readonly id: string;
  readonly name: string;
  readonly processingType: ContactList['processingType'];
  /** When a contact joined, or null when it is no member. */
  readonly joinedAt: (values: Values) => Instant | null;
}

/** The lists that the made-up company works with; their ids are stable, so that a policy may name them. */
export const SEED_SEGMENTS: readonly SeedSegment[] = [
  {
    id: '11',
    name: 'Webinar attendees',
    processingType: 'SNAPSHOT',
    // Who registered attended, an hour later.
    joinedAt: (values: Values): Instant | null => {
      const conversion = values['recent_conversion_event_name'] ?? '';
      const at = timeOf(values, 'recent_conversion_date');
      return conversion.startsWith('Webinar registration') && at ? instant(at + HOUR) : null;
    },
  },
  {
    id: '12',
    name: 'Decision makers',
    processingType: 'DYNAMIC',
    joinedAt: (values: Values): Instant | null =>
      values['hs_buying_role'] === 'DECISION_MAKER' ? timeOf(values, 'createdate') : null,
  },
  {
    id: '13',
    name: 'Q4 planning campaign',
    processingType: 'MANUAL',
    joinedAt: (values: Values): Instant | null =>
      values['hs_analytics_source_data_2'] === 'q4-planning'
        ? timeOf(values, 'hs_latest_source_timestamp')
        : null,
  },
];

/** Puts the seeded contacts into lists. */
export function seedSegments(store: PortalStore, contacts: readonly StoredRecord[]): void {
  const now = store.clock.now();
  for (const { id, name, processingType, joinedAt } of SEED_SEGMENTS) {
    store.lists.save({ id, name, processingType, createdAt: now - 400 * DAY });
    for (const contact of contacts) {
      const at = joinedAt(contact.properties);
      if (at !== null) store.lists.add(id, contact.id, instant(Math.min(at, now)));
    }
  }
}

function timeOf(values: Values, property: string): Instant | null {
  const at = parseInstant(values[property]);
  return at.ok ? at.value : null;
}
