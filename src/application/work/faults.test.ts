import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { connectHubspot } from '../../adapters/hubspot/connect-hubspot.ts';
import type { WebhookEvent } from '../../contract/webhook-event.ts';
import { workOnce } from '../../entry/run-worker.ts';
import { NO_FAULTS, seededRandom, shuffled } from '../../portal/index.ts';
import { createDemoLeads } from '../../testing/demo-leads.ts';
import { createMemoryQueue } from '../../testing/memory-queue.ts';
import { startTestBaton, type TestBaton } from '../../testing/test-baton.ts';
import { told } from '../../testing/told.ts';
import { workContacts } from './work-contacts.ts';

const LEADS = 300;
const DELIVERY = 25;
/** More batches than any run needs; reaching it means that something is never done. */
const MOST_BATCHES = 2_000;

let baton: TestBaton;

beforeAll(async () => {
  baton = await startTestBaton();
});

afterAll(async () => {
  baton.portal.settings.setFaults(NO_FAULTS);
  await baton.close();
});

/** Events as they come over a bad line: a tenth twice, all of them out of order. */
function badLine(events: readonly WebhookEvent[], seed: number): readonly WebhookEvent[] {
  const random = seededRandom(seed);
  return shuffled([...events, ...events.filter(() => random() < 0.1)], random);
}

async function turnsGiven(): Promise<number> {
  return (await baton.turns()).total;
}

describe('a bad day of HubSpot (design §10)', () => {
  test.each([7, 11])(
    `loses and doubles nothing of ${LEADS} leads, seed %i`,
    async (seed) => {
      const { app, portal, config } = baton;
      const ids = createDemoLeads(portal, LEADS);
      ids.forEach(baton.makeMql);
      const turnsBefore = await turnsGiven();
      const queue = createMemoryQueue();
      const now = await app.clock.now();
      const events = badLine(
        ids.map((objectId) => ({
          subscriptionType: 'object.propertyChange',
          objectId,
          propertyName: 'lifecyclestage',
          propertyValue: 'marketingqualifiedlead',
          occurredAt: now,
        })),
        seed,
      );
      const log = { debug: jest.fn(), info: jest.fn(), warn: jest.fn(), error: jest.fn() };
      // Waits take no time here; how long they are is tested where they are made.
      const { crm } = connectHubspot({
        ...config.hubspot,
        log,
        sleep: () => Promise.resolve(),
        limiter: { acquire: () => Promise.resolve() },
      });
      const deps = { ...app, crm, log };
      portal.settings.setFaults({
        ...NO_FAULTS,
        tooManyRequests: 0.1,
        serverError: 0.05,
        drop: 0.01,
        partial: 0.02,
        seed,
      });

      let batches = 0;
      let sent = 0;
      for (let worked = 1; (worked > 0 || sent < events.length) && batches < MOST_BATCHES;) {
        await queue.accept(events.slice(sent, sent + DELIVERY).map(told));
        sent += DELIVERY;
        worked = await workOnce({
          ...deps,
          queue,
          handOff: (work, at) => workContacts(deps, work, at),
          sleep: () => Promise.resolve(),
        });
        batches += 1;
      }

      portal.settings.setFaults(NO_FAULTS);
      expect(await queue.depth()).toEqual({ deliveries: 0, contacts: 0, dead: 0 });
      const wrong = ids.filter((id) => {
        const values = baton.values('contacts', id);
        const tasks = baton.tasksOf(id);
        return !(
          values['handoff_status'] === 'awaiting_decision' &&
          values['handoff_attempt'] === '1' &&
          values['handoff_owner'] === values['hubspot_owner_id'] &&
          tasks.length === 1 &&
          tasks[0]?.['hubspot_owner_id'] === values['handoff_owner']
        );
      });
      expect(wrong).toEqual([]);
      expect(await turnsGiven()).toBe(turnsBefore + LEADS);
      const failures = portal.requests
        .counts()
        .filter(({ status }) => status >= 429 || status === 0);
      expect(failures.length).toBeGreaterThan(0);
    },
    240_000,
  );
});
