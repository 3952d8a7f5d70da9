import { readFileSync } from 'node:fs';
import { migrate } from '../adapters/ledger/migrate.ts';
import type { Database } from '../adapters/ledger/open-database.ts';
import { HANDOFF, TASK_KEY } from '../domain/property-names.ts';
import type { Portal } from '../portal/index.ts';
import { at } from './at.ts';
import { openTasks } from './handed-off-lead.ts';
import { startTestBaton, type TestBaton } from './test-baton.ts';

type Values = Readonly<Record<string, string>>;

/** A contact, its tasks and its row in the store, as the first version of Baton left them. */
interface OldLead {
  readonly id: string;
  /** When it became an MQL. */
  readonly enteredAt: string;
  /** What was known of it before. */
  readonly lead: Values;
  /** What Baton had written on it. */
  readonly shows: Values;
  readonly row: {
    readonly companyId: string | null;
    readonly ownerId: string | null;
    readonly status: string;
    readonly decidedAt: string;
    readonly policyVersion: string;
    /** Properties of the row that the contact does not show as they are here: cleared, or not the handoff's own. */
    readonly besides: Values;
  };
  readonly tasks: readonly Values[];
}

/** What became of each of the leads, in a word. */
export const OLD_LEADS = [
  'waiting',
  'accepted',
  'notMine',
  'byHand',
  'recycled',
  'rejected',
  'passedOn',
  'adopted',
  'touched',
  'untouched',
  'held',
  'nurture',
  'disqualified',
] as const;

/** One of them. */
export type OldLeadName = (typeof OLD_LEADS)[number];

interface OldPortal {
  readonly recordedAt: string;
  readonly leads: Readonly<Record<OldLeadName, OldLead>>;
  readonly standings: readonly unknown[];
  readonly policy: { readonly version: number; readonly document: unknown };
}

/** The app of today in front of a store and a portal of the first version. */
export interface OldBaton {
  readonly baton: TestBaton;
  readonly idOf: (name: OldLeadName) => string;
  /** What the old version had written on the contact. */
  readonly before: (name: OldLeadName) => Values;
  /** The contact as it is now. */
  readonly contact: (name: OldLeadName) => Values;
  /** Kind, number and owner of the tasks that are still to be done. */
  readonly toDo: (name: OldLeadName) => readonly string[];
  /** Looks at every lead as for an event that is nothing of ours. */
  readonly lookAtAll: () => ReturnType<TestBaton['work']>;
}

/** Recorded by running 84e1eae: thirteen made-up leads, its store's rows, and what it wrote to the local portal. */
const RECORDED = readFileSync(new URL('./fixtures/old-portal.json', import.meta.url), 'utf8');

/** Baton itself, as the first version wrote. */
const INTEGRATION = { type: 'INTEGRATION', id: '9000001' } as const;

/**
 * Starts the app of today on what the first version of Baton had written, the moment after it was stopped: the store
 * is of its tables, the live policy is the one it had published, and contacts and tasks are as it left them.
 */
export async function startOldBaton(): Promise<OldBaton> {
  let old = JSON.parse(RECORDED) as OldPortal;
  const baton = await startTestBaton('observe', at(old.recordedAt), async (database, portal) => {
    old = withIdsOf(portal, old);
    await fillStore(database, old);
  });
  for (const lead of Object.values(old.leads)) show(baton.portal, lead);
  baton.portal.clock.set(at(old.recordedAt));
  const idOf = (name: OldLeadName): string => old.leads[name].id;
  return {
    baton,
    idOf,
    before: (name) => old.leads[name].shows,
    contact: (name) => baton.values('contacts', idOf(name)),
    toDo: (name) =>
      openTasks(baton, idOf(name)).map((task) => {
        const [, kind, n] = (task[TASK_KEY] ?? '').split(':');
        return `${kind} ${n} ${task['hubspot_owner_id']}`;
      }),
    lookAtAll: async () => {
      for (const name of OLD_LEADS) await baton.tell(idOf(name), { firstname: 'Lead 0' });
      return baton.work();
    },
  };
}

/** Creates the leads; everything recorded then speaks of them by the ids that the portal gave. */
function withIdsOf({ store, clock }: Portal, recorded: OldPortal): OldPortal {
  clock.freeze(true);
  const person = { type: 'CRM_UI', id: 'userId:1' } as const;
  const ids = new Map<string, string>();
  for (const { id, lead, enteredAt } of Object.values(recorded.leads)) {
    clock.set(at(enteredAt));
    const created = store.create('contacts', { ...lead, lifecyclestage: 'lead' }, person);
    store.update(created, { lifecyclestage: 'marketingqualifiedlead' }, person);
    ids.set(id, created.id);
  }
  const anyId = new RegExp([...ids.keys()].join('|'), 'g');
  return JSON.parse(RECORDED.replace(anyId, (id) => ids.get(id) ?? id)) as OldPortal;
}

async function fillStore(database: Database, { leads, ...old }: OldPortal): Promise<void> {
  await migrate(database, 1);
  const rows = Object.values(leads).map(({ id, row: { besides, ...row }, shows }) => ({
    ...row,
    handoffId: shows[HANDOFF.id],
    contactId: id,
    properties: { ...handoffValues(shows), ...besides },
  }));
  await database.query(
    `INSERT INTO baton_decision
       (handoff_id, contact_id, company_id, owner_id, status, decided_at, policy_version, properties)
     SELECT "handoffId", "contactId", "companyId", "ownerId", status, "decidedAt", "policyVersion", properties
     FROM json_to_recordset($1::json) AS x ("handoffId" text, "contactId" text, "companyId" text,
       "ownerId" text, status text, "decidedAt" text, "policyVersion" text, properties jsonb)`,
    [JSON.stringify(rows)],
  );
  await database.query(
    `INSERT INTO baton_standing (pool, standing)
     SELECT pool, standing FROM json_to_recordset($1::json) AS x (pool text, standing jsonb)`,
    [JSON.stringify(old.standings)],
  );
  await database.query('INSERT INTO baton_policy (version, document) VALUES ($1, $2::json)', [
    old.policy.version,
    JSON.stringify(old.policy.document),
  ]);
}

function handoffValues(shows: Values): Values {
  return Object.fromEntries(
    Object.entries(shows).filter(([name]) => Object.values<string>(HANDOFF).includes(name)),
  );
}

function show({ store }: Portal, { id, shows, tasks }: OldLead): void {
  const contact = store.get('contacts', id);
  if (!contact) throw new Error(`No contact ${id} in the portal`);
  store.update(contact, shows, INTEGRATION);
  for (const task of tasks) {
    store.associate(store.create('tasks', task, INTEGRATION), contact);
  }
}
