import type { NewActivity } from '../../application/ports/crm.ts';
import type { HubspotApis } from './hubspot-apis.ts';

/** HubSpot's own associations from an activity to a contact (HubSpot docs, "Associations"). */
const TO_CONTACT: Readonly<Record<NewActivity['type'], number>> = {
  calls: 194,
  emails: 198,
  meetings: 200,
  notes: 202,
};

/** Creates one activity with its contact. */
export async function createActivity(apis: HubspotApis, activity: NewActivity): Promise<void> {
  await apis.basic.create(activity.type, {
    properties: { ...activity.properties },
    associations: [
      {
        to: { id: activity.contactId },
        types: [
          {
            associationCategory: 'HUBSPOT_DEFINED',
            associationTypeId: TO_CONTACT[activity.type],
          },
        ],
      },
    ],
  });
}
