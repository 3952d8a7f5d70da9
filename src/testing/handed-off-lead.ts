import { createDemoLeads } from './demo-leads.ts';
import type { TestBaton } from './test-baton.ts';

/**
 * A lead that asked for a demo, became an MQL and was handed to a rep of its territory: Germany and thus a rep in
 * Berlin, unless `values` say otherwise.
 *
 * @param baton - live, with its clock where the test wants it
 * @param values - property values of the contact to differ in
 * @returns its contact id
 */
export async function handedOffLead(
  baton: TestBaton,
  values: Readonly<Record<string, string>> = {},
): Promise<string> {
  const [id = ''] = createDemoLeads(baton.portal, 1);
  await baton.change(id, { ...values, lifecyclestage: 'marketingqualifiedlead' });
  return id;
}

/** The tasks of a contact that still have to be done. */
export function openTasks(
  baton: TestBaton,
  contactId: string,
): readonly Readonly<Record<string, string>>[] {
  return baton.tasksOf(contactId).filter((task) => task['hs_task_status'] !== 'COMPLETED');
}
