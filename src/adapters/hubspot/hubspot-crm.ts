import type { Crm } from '../../application/ports/crm.ts';
import { createActivities } from './crm-activities.ts';
import { readDealsOf } from './crm-deals.ts';
import { readHistoryOf } from './crm-history.ts';
import { readRecords, updateRecords } from './crm-records.ts';
import { TASK_KEY } from '../../domain/property-names.ts';
import { createTasks } from './crm-tasks.ts';
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
    readHistoryOf: (contactIds, property) => readHistoryOf(apis, contactIds, property),
    readCompanies: (keys, properties) =>
      readRecords(apis, { objectType: 'companies', keys, properties }),
    readDealsOf: (objectType, ids, properties) =>
      readDealsOf(apis, { objectType, ids, properties }),
    updateContacts: (updates) => updateRecords(apis, 'contacts', updates),
    readTasksByKey: (keys, properties) =>
      readRecords(apis, { objectType: 'tasks', keys, properties, idProperty: TASK_KEY }),
    createTasks: (tasks) => createTasks(apis, tasks),
    updateTasks: (updates) => updateRecords(apis, 'tasks', updates),
    createActivities: (activities) => createActivities(apis, activities),
    searchContacts: (filters, properties) => searchContacts(apis, filters, properties),
  };
}
