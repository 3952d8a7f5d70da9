import { DAY, HOUR, MINUTE, instant, toIso, type Instant } from '../../domain/instant.ts';
import { seededRandom } from '../controls/portal-settings.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { ChangeSource, StoredRecord } from '../store/record-table.ts';
import { seedCompanies, type SeedCompany } from './seed-companies.ts';
import { contactProperties, LEAD_PLANS, type LeadPlan } from './seed-contacts.ts';
import { OWNERS, TEAMS, type SeedPerson } from './seed-people.ts';
import { seedEvents } from './seed-events.ts';
import { seedSegments } from './seed-segments.ts';

/** The seed of every random choice; another one gives another company. */
const SEED = 20_261_120;

/** Who entered the seed's records. */
const IMPORT: ChangeSource = { type: 'IMPORT', id: 'seed' };

/** Two of HubSpot's call outcomes, whose ids are the same in every account (HubSpot docs, "Calls"). */
const CONNECTED = 'f240bbac-87c9-4f6e-bf70-924b57d47db7';
const LEFT_VOICEMAIL = 'b2cf5968-551e-4856-9783-52b3da59a7d0';

interface Placed {
  readonly company: SeedCompany;
  readonly record: StoredRecord;
}

/**
 * Fills an empty portal with a made-up B2B software company, Fernline: 12 owners with user records, 60 companies, 300
 * contacts, deals, activities, three lists and page views. The same each time, but for dates, which count back from the
 * portal's present.
 */
export function seedCompany(store: PortalStore): void {
  const random = seededRandom(SEED);
  const now = store.clock.now();
  // Records are entered at the time they would have been, so that stamps and history agree with each other.
  const entered = <T>(ageMs: number, work: () => T): T => {
    store.clock.set(instant(now - ageMs));
    return work();
  };

  entered(400 * DAY, () => {
    for (const person of OWNERS) addOwner(store, person, now);
  });
  const companies = entered(200 * DAY, () =>
    seedCompanies(random).map((company): Placed => ({
      company,
      record: store.create('companies', company.properties, IMPORT),
    })),
  );
  LEAD_PLANS.forEach((plan, i) => {
    addContact(store, { plan, i, companies, random, now, entered });
  });
  addDeals(store, companies, entered);
  store.clock.reset();
  const contacts = store.list({ type: 'contacts', limit: LEAD_PLANS.length });
  seedSegments(store, contacts);
  seedEvents(store, contacts);
}

interface ContactJob {
  readonly plan: LeadPlan;
  readonly i: number;
  readonly companies: readonly Placed[];
  readonly random: () => number;
  /** The present that the seed counts back from. */
  readonly now: Instant;
  readonly entered: <T>(ageMs: number, work: () => T) => T;
}

function addContact(store: PortalStore, job: ContactJob): void {
  const { plan, i, companies, random, entered } = job;
  const placed = plan.company === 'none' ? undefined : pickCompany(companies, plan, i);
  const age = plan.ageDays * DAY + Math.floor(random() * 20 * HOUR);
  const contact = contactProperties({
    plan,
    i,
    company: placed?.company,
    random,
    convertedAt: instant(job.now - age),
  });
  const isOld = plan.mqlAgeDays !== undefined;
  const record = entered(isOld ? (plan.mqlAgeDays ?? 0) * DAY + 30 * DAY : age + HOUR, () => {
    const created = store.create(
      'contacts',
      { ...contact, lifecyclestage: plan.stage === 'subscriber' ? 'subscriber' : 'lead' },
      IMPORT,
    );
    if (placed !== undefined) store.associate(created, placed.record);
    return created;
  });
  const finalAge = isOld ? (plan.mqlAgeDays ?? 0) * DAY : age;
  entered(finalAge, () => {
    const changes = {
      ...(plan.stage === 'lead' || plan.stage === 'subscriber'
        ? {}
        : { lifecyclestage: plan.stage }),
      ...(plan.isOwned ? { hubspot_owner_id: ownerFor(placed, i) } : {}),
    };
    if (Object.keys(changes).length > 0) store.update(latest(store, record), changes, IMPORT);
  });
  if (i % 10 === 0) addActivities(store, latest(store, record), finalAge, i, entered);
}

function latest(store: PortalStore, record: StoredRecord): StoredRecord {
  return store.get(record.type, record.id) ?? record;
}

function pickCompany(companies: readonly Placed[], plan: LeadPlan, i: number): Placed | undefined {
  const wanted = companies.filter(({ company }) => {
    if (plan.company === 'customer' || plan.company === 'competitor')
      return company.kind === plan.company;
    if (company.kind !== 'prospect' && company.kind !== 'partner') return false;
    return plan.company === 'no_industry' ? company.properties['industry'] === undefined : true;
  });
  return wanted[i % wanted.length];
}

function ownerFor(placed: Placed | undefined, i: number): string {
  const owner = placed?.record.properties['hubspot_owner_id'];
  if (owner !== undefined) return owner;
  const active = OWNERS.filter(({ absence }) => absence !== 'archived');
  return active[i % active.length]?.ownerId ?? '';
}

function addOwner(store: PortalStore, person: SeedPerson, now: number): void {
  const team = TEAMS[person.team];
  if (team === undefined) throw new Error(`No team for ${person.ownerId}`);
  const email = `${person.firstName}.${person.lastName}@fernline.example`.toLowerCase();
  const at = store.clock.now();
  store.owners.save({
    id: person.ownerId,
    email,
    firstName: person.firstName,
    lastName: person.lastName,
    userId: person.userId,
    teams: [{ id: team.id, name: team.name, primary: true }],
    createdAt: at,
    updatedAt: at,
    archived: person.absence === 'archived',
  });
  if (person.absence === 'archived') return;
  store.create(
    'users',
    {
      hs_email: email,
      hs_given_name: person.firstName,
      hs_family_name: person.lastName,
      hs_job_title: person.jobTitle,
      hs_internal_user_id: String(person.userId),
      hs_availability_status: person.absence === 'away' ? 'away' : 'available',
      hs_standard_time_zone: team.timeZone,
      ...(person.absence === 'no_hours' ? {} : { hs_working_hours: JSON.stringify(team.hours) }),
      ...(person.absence === 'out_of_office'
        ? {
            hs_out_of_office_hours: JSON.stringify([
              { startTimestamp: now - 2 * HOUR, endTimestamp: now + 2 * DAY },
            ]),
          }
        : {}),
    },
    IMPORT,
  );
}

/** A call and a note some days after the last stage, and a task that is still open. */
function addActivities(
  store: PortalStore,
  contact: StoredRecord,
  ageMs: number,
  i: number,
  entered: ContactJob['entered'],
): void {
  const owner = contact.properties['hubspot_owner_id'];
  if (owner === undefined) return;
  const at = Math.max(ageMs - 2 * DAY, HOUR);
  const add = (type: 'calls' | 'notes' | 'tasks', properties: Record<string, string>): void => {
    const activity = store.create(
      type,
      { hs_timestamp: toIso(store.clock.now()), hubspot_owner_id: owner, ...properties },
      IMPORT,
    );
    store.associate(activity, latest(store, contact));
  };
  entered(at, () => {
    add('calls', {
      hs_call_title: 'First call',
      hs_call_body: i % 20 === 0 ? 'Talked through the planning process.' : 'Left a voicemail.',
      hs_call_duration: String(i % 20 === 0 ? 6 * MINUTE : MINUTE / 2),
      hs_call_disposition: i % 20 === 0 ? CONNECTED : LEFT_VOICEMAIL,
      hs_call_direction: 'OUTBOUND',
      hs_call_status: 'COMPLETED',
    });
  });
  entered(at - 30 * MINUTE, () => {
    add('notes', { hs_note_body: 'Uses spreadsheets today; budget is planned in spring.' });
    add('tasks', {
      hs_task_subject: `Follow up with ${contact.properties['firstname'] ?? 'contact'}`,
      hs_task_type: 'CALL',
      hs_task_priority: 'MEDIUM',
      hs_timestamp: toIso(instant(store.clock.now() + 2 * DAY)),
    });
  });
}

/** A won deal per customer and an open one on every twelfth prospect. */
function addDeals(
  store: PortalStore,
  companies: readonly Placed[],
  entered: ContactJob['entered'],
): void {
  companies.forEach(({ company, record }, i) => {
    const isWon = company.kind === 'customer';
    if (!isWon && !(company.kind === 'prospect' && i % 12 === 0)) return;
    entered(isWon ? 120 * DAY : 12 * DAY, () => {
      const owner = record.properties['hubspot_owner_id'];
      const deal = store.create(
        'deals',
        {
          dealname: `${company.name}: planning suite`,
          dealstage: isWon ? 'closedwon' : 'presentationscheduled',
          pipeline: 'default',
          dealtype: 'newbusiness',
          amount: String(12_000 + i * 900),
          closedate: toIso(instant(store.clock.now() + (isWon ? 0 : 40 * DAY))),
          ...(owner === undefined ? {} : { hubspot_owner_id: owner }),
        },
        IMPORT,
      );
      store.associate(deal, latest(store, record));
      const [contact] = store.associations(record.id, 'contacts');
      const person = contact === undefined ? undefined : store.get('contacts', contact.toId);
      if (person !== undefined) store.associate(deal, person);
    });
  });
}
