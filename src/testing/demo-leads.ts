import type { Portal } from '../portal/index.ts';
import { HOUR, instant, toIso } from '../domain/instant.ts';

/**
 * Creates leads that ask for a demo, so that every one of them goes to a rep. Nobody owns them and they have no company.
 *
 * @param portal - where they are created
 * @param count - how many
 * @returns their contact ids
 */
export function createDemoLeads(portal: Portal, count: number): readonly string[] {
  const asked = toIso(instant(portal.clock.now() - HOUR));
  return Array.from({ length: count }, (_, n) => {
    const { id } = portal.store.create(
      'contacts',
      {
        firstname: `Lead ${n}`,
        email: `lead-${portal.store.count('contacts')}@buyer-${n}.example`,
        country: 'Germany',
        jobtitle: 'Head of Planning',
        lifecyclestage: 'lead',
        message: 'Please show us a demo.',
        recent_conversion_event_name: 'Request a demo',
        recent_conversion_date: asked,
      },
      { type: 'CRM_UI', id: 'userId:1' },
    );
    return id;
  });
}
