import { DAY, HOUR, MINUTE, instant, parseInstant } from '../../domain/instant.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { StoredRecord } from '../store/record-table.ts';
import { SITE } from './conversion-catalogue.ts';

/** Most page views a seeded contact has left behind; HubSpot's own count of them may be higher. */
const MOST_VIEWS = 12;

/** Where people look around before the page they were last seen on. */
const PATHS = ['/', '/product', '/blog/planning-basics', '/customers', '/pricing', '/integrations'];

/**
 * Gives the seeded contacts the page views that their analytics properties sum up: as many as HubSpot counted (12 at
 * most), the newest on the page they were last seen on. Who registered for a webinar attended it an hour later, which
 * is a custom event of this account.
 */
export function seedEvents(store: PortalStore, contacts: readonly StoredRecord[]): void {
  contacts.forEach(({ id: recordId, properties }, i) => {
    const lastSeen = parseInstant(properties['hs_analytics_last_timestamp']);
    if (!lastSeen.ok) return;
    const views = Math.min(Number(properties['hs_analytics_num_page_views'] ?? 0), MOST_VIEWS);
    for (let back = 0; back < views; back += 1) {
      const path = PATHS[(i + back) % PATHS.length] ?? '/';
      const last = properties['hs_analytics_last_url'];
      // Four pages a visit, a visit every three days.
      const age = Math.floor(back / 4) * 3 * DAY + (back % 4) * 2 * MINUTE;
      store.occurrences.add({
        recordId,
        type: 'e_visited_page',
        occurredAt: instant(lastSeen.value - age),
        properties: { hs_url: back === 0 && last ? last : `${SITE}${path}` },
      });
    }
    const registered = properties['recent_conversion_event_name']?.startsWith('Webinar');
    const attendedAt = instant(lastSeen.value + HOUR);
    if (registered && attendedAt <= store.clock.now()) {
      const type = `pe${store.portalId}_webinar_attended`;
      store.occurrences.add({ recordId, type, occurredAt: attendedAt, properties: {} });
    }
  });
}
