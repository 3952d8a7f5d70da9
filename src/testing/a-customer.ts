import type { PolicyDocument } from '../domain/policy/policy-document.ts';
import { createDemoLeads } from './demo-leads.ts';
import { DETOURS } from './detours.ts';
import type { TestBaton } from './test-baton.ts';

/** Seeded: works in New York, and owns Alder Bank unless a test says otherwise. */
export const RAFAEL = '40001006';
/** Seeded: works in Berlin, and answers for sales. */
export const LENA = '40001001';
/** Seeded: is out of office. */
export const NOAH = '40001010';
/** Seeded: left the company. */
export const CALEB = '40001008';

const ROLES = { revops: '40001012', marketing: '40001002', sales: LENA, leadership: LENA };

type Values = Readonly<Record<string, string>>;

/** Publishes the live policy with rules that divert and hold, and with who answers for sales. */
export async function publishDetours(
  baton: TestBaton,
  change: Partial<PolicyDocument> = {},
): Promise<void> {
  const { policies } = baton.app;
  const live = await policies.live();
  const document = live?.document as PolicyDocument;
  const detours = { ...document, disqualify: DETOURS, roles: ROLES, ...change };
  await policies.publish(detours, live?.version ?? null);
}

/**
 * The CFO of a customer, who asks for a demo and is no MQL yet.
 *
 * @param baton - whose portal they are created in
 * @param of - what is known of the company, and its owner
 * @param person - what differs of the contact
 * @returns its contact id
 */
export function aCfo(baton: TestBaton, of: Values = {}, person: Values = {}): string {
  const { portal } = baton;
  const [id = ''] = createDemoLeads(portal, 1);
  baton.edit(id, {
    firstname: 'Sam',
    lastname: 'Reed',
    jobtitle: 'CFO',
    phone: '+1 212 1',
    ...person,
  });
  const company = portal.store.create(
    'companies',
    { name: 'Alder Bank', lifecyclestage: 'customer', hubspot_owner_id: RAFAEL, ...of },
    { type: 'CRM_UI', id: 'userId:1' },
  );
  const contact = portal.store.get('contacts', id);
  if (!contact) throw new Error(`No contact ${id} in the portal`);
  portal.store.associate(contact, company);
  return id;
}
