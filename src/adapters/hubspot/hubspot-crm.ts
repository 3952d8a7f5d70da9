import type { Crm } from '../../application/ports/crm.ts';
import { createActivities, createActivity } from './crm-activities.ts';
import { readDealsOf } from './crm-deals.ts';
import { readRecords, updateRecords } from './crm-records.ts';
import { createTasks, TASK_KEY_PROPERTY } from './crm-tasks.ts';
import type { HubspotApis } from './hubspot-apis.ts';
import { searchContacts } from './search-contacts.ts';

/** The CRM port over HubSpot's API; the readers of what not every account has remember what is missing. */
export function createHubspotCrm(
  apis: HubspotApis,
  evidence: Pick<Crm, 'readSegmentsOf' | 'readEventsOf' | 'readAttemptsOf'>,
): Crm {
  return {
    ...evidence,
    readContacts: (keys, properties) =>
      readRecords(apis, { objectType: 'contacts', keys, properties }),
    readCompanies: (keys, properties) =>
      readRecords(apis, { objectType: 'companies', keys, properties }),
    readDealsOf: (contactIds, properties) => readDealsOf(apis, contactIds, properties),
    updateContacts: (updates) => updateRecords(apis, 'contacts', updates),
    readTasksByKey: (keys, properties) =>
      readRecords(apis, { objectType: 'tasks', keys, properties, idProperty: TASK_KEY_PROPERTY }),
    createTasks: (tasks) => createTasks(apis, tasks),
    updateTasks: (updates) => updateRecords(apis, 'tasks', updates),
    createActivity: (activity) => createActivity(apis, activity),
    createActivities: (activities) => createActivities(apis, activities),
    searchContacts: (filters, properties) => searchContacts(apis, filters, properties),
  };
}
