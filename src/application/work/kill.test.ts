import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { workOnce } from '../../entry/run-worker.ts';
import { crashAt, Killed, type Crash } from '../../testing/crashing.ts';
import { startTestBaton, type TestBaton } from '../../testing/test-baton.ts';
import { told } from '../../testing/told.ts';
import { workContacts } from './work-contacts.ts';

/** Leads per run: two of one company would not take two turns, so one of each outcome is enough. */
const LEADS_PER_RUN = 2;
/** More calls than a batch makes; a run that no longer dies ends the search. */
const MOST_CALLS = 40;

let baton: TestBaton;
let unused: string[];

beforeAll(async () => {
  baton = await startTestBaton();
  unused = baton.portal.store.list({ type: 'contacts', limit: 300 }).flatMap(({ id }) => {
    const values = baton.values('contacts', id);
    const isFresh = values['lifecyclestage'] === 'lead' && !values['hubspot_owner_id'];
    return isFresh ? [id] : [];
  });
});

afterAll(async () => {
  await baton.close();
});

/** Works one batch as a process that dies at a call; a dead process tells nobody. */
async function workAndDie(crash: Crash): Promise<boolean> {
  const { app } = baton;
  const deps = {
    ...app,
    crm: crash.wrap(app.crm),
    ledger: crash.wrap(app.ledger),
  };
  try {
    await workOnce({
      ...app,
      queue: crash.wrap(app.queue),
      handOff: (work, now) => workContacts(deps, work, now),
      sleep: () => Promise.resolve(),
    });
    return false;
  } catch (error) {
    if (error instanceof Killed) return true;
    throw error;
  }
}

/** What a person sees of a lead, and how many turns the rotation has given. */
function outcomeOf(contactId: string) {
  const values = baton.values('contacts', contactId);
  return {
    handoffId: values['handoff_id'],
    status: values['handoff_status'],
    ownerIsTheOneHandedTo: values['handoff_owner'] === values['hubspot_owner_id'],
    tasks: baton.tasksOf(contactId).map((task) => ({
      key: task['handoff_task_key'],
      isForTheOwner: task['hubspot_owner_id'] === values['handoff_owner'],
    })),
  };
}

async function turnsGiven(): Promise<number> {
  return (await baton.turns()).total;
}

describe('a worker that dies at any of its calls', () => {
  test.each(['before', 'after'] as const)(
    'loses nothing and doubles nothing when it dies %s the call took effect',
    async (when) => {
      let died = true;
      for (let call = 1; died && call <= MOST_CALLS; call += 1) {
        const leads = unused.splice(0, LEADS_PER_RUN);
        const turnsBefore = await turnsGiven();
        leads.forEach(baton.makeMql);
        const now = await baton.app.clock.now();
        await baton.app.queue.accept(
          leads.map((objectId) =>
            told({
              subscriptionType: 'object.propertyChange',
              objectId,
              propertyName: 'lifecyclestage',
              propertyValue: 'marketingqualifiedlead',
              occurredAt: now,
            }),
          ),
        );
        died = await workAndDie(crashAt(call, when));
        const app = await baton.restart();
        while ((await workOnce({ ...app, sleep: () => Promise.resolve() })) > 0);

        const rotated = leads.filter((id) => baton.values('contacts', id)['handoff_pool']).length;
        expect(await turnsGiven()).toBe(turnsBefore + rotated);
        for (const id of leads) {
          expect(outcomeOf(id)).toEqual(expectedOutcome(id));
        }
        expect(await app.queue.depth()).toEqual({ deliveries: 0, contacts: 0, dead: 0 });
      }
      expect(died).toBe(false);
    },
    300_000,
  );
});

function expectedOutcome(contactId: string): ReturnType<typeof outcomeOf> {
  const status = baton.values('contacts', contactId)['handoff_status'];
  const handoffId = `${contactId}-1`;
  const task = { isForTheOwner: true, key: `${handoffId}:first_touch:1` };
  return {
    handoffId,
    status,
    ownerIsTheOneHandedTo: true,
    tasks: status === 'awaiting_decision' || status === 'diverted' ? [task] : [],
  };
}
