import { HANDOFF } from '../src/domain/property-names.ts';
import { startTestBaton } from '../src/testing/test-baton.ts';
import { told } from '../src/testing/told.ts';
import { workOnce } from '../src/entry/run-worker.ts';

/** HubSpot's batch size, which is also the most events a delivery carries. */
const PER_DELIVERY = 100;
/** Companies that the leads of a burst come from. */
const COMPANIES = 200;

/**
 * A burst of new MQLs, from the queue to owner, reason and task: calls to HubSpot per lead and time, against the local
 * portal with its limits lifted so that our own work shows. The budget is 0.045 calls per lead (design §10).
 */
export async function benchBurst(leads = 1_000): Promise<void> {
  const baton = await startTestBaton();
  try {
    const ids = createLeads(baton, leads);
    await baton.app.directory();
    baton.portal.requests.clear();
    const startedAt = performance.now();
    await accept(baton, ids);
    while ((await workOnce({ ...baton.app, sleep: () => Promise.resolve() })) > 0);
    const seconds = (performance.now() - startedAt) / 1000;

    const counts = baton.portal.requests.counts();
    const calls = counts.reduce((sum, { count }) => sum + count, 0);
    const states = Map.groupBy(ids, (id) => baton.values('contacts', id)[HANDOFF.status] ?? 'none');
    const tasks = ids.reduce((sum, id) => sum + baton.tasksOf(id).length, 0);
    console.log(`burst of ${leads} leads`);
    for (const { method, path, status, count } of counts) {
      console.log(`  ${String(count).padStart(5)}  ${method} ${path} ${status}`);
    }
    console.log(`  calls per lead   ${(calls / leads).toFixed(4)} (budget 0.045)`);
    console.log(
      `  time             ${seconds.toFixed(2)} s, ${Math.round(leads / seconds)} leads/s`,
    );
    console.log(
      `  calls / 19 per s ${(calls / 19).toFixed(2)} s: the floor with HubSpot's per-second limit`,
    );
    console.log(`  tasks            ${tasks}`);
    for (const [state, group] of states) console.log(`  ${state.padEnd(17)}${group.length}`);
  } finally {
    await baton.close();
  }
}

type Baton = Awaited<ReturnType<typeof startTestBaton>>;

/** Leads of every kind: demo requests, pricing inquiries, webinars and newsletters, at companies of all sizes. */
function createLeads({ portal }: Baton, leads: number): readonly string[] {
  const source = { type: 'IMPORT', id: 'bench' } as const;
  const { store } = portal;
  const forms = [
    'Demo request: Book a demo',
    'Pricing inquiry: Pricing',
    'Webinar registration: Forecasting',
    'Newsletter signup: Blog',
  ];
  return store.transaction(() => {
    const companies = Array.from({ length: COMPANIES }, (_, i) =>
      store.create(
        'companies',
        {
          name: `Bench company ${i}`,
          domain: `company-${i}.example.com`,
          industry: i % 3 === 0 ? 'COMPUTER_SOFTWARE' : 'BANKING',
          numberofemployees: String(20 + i * 11),
          country: i % 2 === 0 ? 'Germany' : 'United States',
        },
        source,
      ),
    );
    return Array.from({ length: leads }, (_, i) => {
      const contact = store.create(
        'contacts',
        {
          email: `lead-${i}@company-${i % COMPANIES}.example.com`,
          firstname: `Lead ${i}`,
          jobtitle: i % 5 === 0 ? 'Student' : 'Head of Operations',
          recent_conversion_event_name: forms[i % forms.length] ?? '',
          recent_conversion_date: new Date(store.clock.now()).toISOString(),
          hs_analytics_source: 'ORGANIC_SEARCH',
          lifecyclestage: 'marketingqualifiedlead',
        },
        source,
      );
      const company = companies[i % COMPANIES];
      if (company) store.associate(contact, company);
      return contact.id;
    });
  });
}

async function accept({ app }: Baton, ids: readonly string[]): Promise<void> {
  const occurredAt = await app.clock.now();
  for (let from = 0; from < ids.length; from += PER_DELIVERY) {
    await app.queue.accept(
      ids.slice(from, from + PER_DELIVERY).map((objectId) =>
        told({
          subscriptionType: 'object.propertyChange',
          objectId,
          propertyName: 'lifecyclestage',
          propertyValue: 'marketingqualifiedlead',
          occurredAt,
        }),
      ),
    );
  }
}
