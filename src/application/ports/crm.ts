import type { Instant } from '../../domain/instant.ts';
import type {
  DatedValue,
  LeadEvent,
  PropertyValues,
  RelatedRecord,
  SegmentMembership,
} from '../../domain/condition/lead-facts.ts';
import type { Attempt } from '../../domain/handoff/clock/attempt.ts';

/** A HubSpot record as Baton reads it. */
export interface CrmRecord {
  readonly id: string;
  readonly properties: PropertyValues;
}

/** What became of one record of a batch. `retryable` is true for 429, 5xx and lost connections. */
export type WriteOutcome =
  | { readonly key: string; readonly ok: true; readonly id: string }
  | {
      readonly key: string;
      readonly ok: false;
      readonly message: string;
      readonly retryable: boolean;
    };

/** New property values for one record; `''` clears a value. */
export interface RecordUpdate {
  readonly id: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** A task to be made, known by its unique `handoff_task_key`. */
export interface NewTask {
  readonly key: string;
  readonly contactId: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** An activity on a contact's timeline, as HubSpot's engagement objects take it. */
export interface NewActivity {
  /** `communications` are messages over LinkedIn, SMS or WhatsApp. */
  readonly type: Attempt['type'];
  readonly contactId: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** One of several activities to be made; the caller knows its outcome by the key. */
export interface KeyedActivity extends NewActivity {
  /** Not kept in HubSpot. */
  readonly key: string;
}

/** Which events of a lead to read, in the policy's words. */
export interface EventQuery {
  /**
   * `page_view`, HubSpot's full name of an event, or that name without the `pe<account>_` or `ae<app>_` in front of
   * custom and app events.
   */
  readonly types: readonly string[];
  /** Properties to bring along; HubSpot's `hs_` may be left out: `url` is `hs_url`. */
  readonly properties: readonly string[];
  /** Older ones are left out; null: none is too old. */
  readonly occurredAfter: Instant | null;
}

/** HubSpot's search filter, as its API names the operators. */
export interface CrmFilter {
  readonly propertyName: string;
  readonly operator:
    'EQ' | 'NEQ' | 'IN' | 'GT' | 'GTE' | 'LT' | 'LTE' | 'HAS_PROPERTY' | 'NOT_HAS_PROPERTY';
  readonly value?: string;
  readonly values?: readonly string[];
}

/**
 * The CRM calls that handing off a lead needs. Every method takes any number of records and splits them into
 * HubSpot's batches (100 inputs, 50 for histories, 1,000 for associations); none keeps an order.
 */
export interface Crm {
  /** Reads contacts by id; those that do not exist or are archived are absent from the map. */
  readContacts(
    ids: readonly string[],
    properties: readonly string[],
  ): Promise<ReadonlyMap<string, CrmRecord>>;
  /**
   * The values that a property of each contact took, in no order; contacts that do not exist are absent. One call per
   * fifty contacts.
   */
  readHistoryOf(
    contactIds: readonly string[],
    property: string,
  ): Promise<ReadonlyMap<string, readonly DatedValue[]>>;
  /** Reads companies by id; missing ones are absent. */
  readCompanies(
    ids: readonly string[],
    properties: readonly string[],
  ): Promise<ReadonlyMap<string, CrmRecord>>;
  /**
   * Deals of each contact or company, `[]` where it has none: one call per 1,000 of them, and one per hundred deals.
   */
  readDealsOf(
    objectType: 'contacts' | 'companies',
    ids: readonly string[],
    properties: readonly string[],
  ): Promise<ReadonlyMap<string, readonly RelatedRecord[]>>;
  /**
   * Which of these lists (HubSpot calls them segments) each contact is in, and since when; `[]` where it is in none. A
   * contact that HubSpot says nothing of is absent: its segments are unknown. One call per hundred contacts. Without the
   * scope `crm.lists.read` all are absent, and the log says so.
   */
  readSegmentsOf(
    contactIds: readonly string[],
    segmentIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly SegmentMembership[]>>;
  /**
   * What happened to one contact, in no order; null where the account has no events (they need Enterprise). That is
   * remembered for an hour and logged once, so asking again costs nothing. One call per contact, and one more for each
   * further hundred events.
   */
  readEventsOf(contactId: string, query: EventQuery): Promise<readonly LeadEvent[] | null>;
  /**
   * What was done about each contact at or after `since`, in no order; `[]` where nothing was. Activities that are
   * associated with several of these contacts are told for each. Five calls per 1,000 contacts, and one per hundred
   * activities of a kind. A kind that the account or the app's scopes do not allow is left out for an hour, and the log
   * says so; where none can be read, all contacts are absent: what was done about them is unknown.
   */
  readAttemptsOf(
    contactIds: readonly string[],
    since: Instant,
  ): Promise<ReadonlyMap<string, readonly Attempt[]>>;
  /** Writes contacts; one outcome per input, also where HubSpot answered 207 or refused the whole batch. */
  updateContacts(updates: readonly RecordUpdate[]): Promise<readonly WriteOutcome[]>;
  /** Tasks by `handoff_task_key`; absent where none exists. */
  readTasksByKey(
    keys: readonly string[],
    properties: readonly string[],
  ): Promise<ReadonlyMap<string, CrmRecord>>;
  /** Creates tasks associated with their contact. Never blindly retried: on doubt read by key first. */
  createTasks(tasks: readonly NewTask[]): Promise<readonly WriteOutcome[]>;
  updateTasks(updates: readonly RecordUpdate[]): Promise<readonly WriteOutcome[]>;
  /**
   * Puts activities on their contacts' timelines, in batches by type; one outcome per key. Never blindly retried:
   * HubSpot keeps no key on an activity, so on doubt look with {@link Crm.readAttemptsOf} for one of the same type,
   * owner and time.
   */
  createActivities(activities: readonly KeyedActivity[]): Promise<readonly WriteOutcome[]>;
  /**
   * All contacts that match, in ascending id order, paged by id so that no 10,000 limit applies. The search index
   * lags by seconds: never use it to read what was just written.
   */
  searchContacts(
    filters: readonly CrmFilter[],
    properties: readonly string[],
  ): AsyncIterable<CrmRecord>;
}

/** A HubSpot owner with the working time of the same user, where HubSpot has it. */
export interface CrmOwner {
  readonly ownerId: string;
  readonly userId: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly active: boolean;
  readonly teams: readonly {
    readonly id: string;
    readonly name: string;
    readonly primary: boolean;
  }[];
  /** Raw `hs_standard_time_zone`, `hs_working_hours`, `hs_out_of_office_hours`; null where unset. */
  readonly timeZone: string | null;
  readonly workingHours: string | null;
  readonly outOfOffice: string | null;
}

/** Who can own leads. */
export interface CrmPeople {
  /** Every owner, active or archived, joined with its user record by user id. */
  owners(): Promise<readonly CrmOwner[]>;
}

/** A property definition as HubSpot's properties API takes it. */
export interface PropertyDefinition {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly groupName: string;
  readonly type: 'string' | 'number' | 'bool' | 'date' | 'datetime' | 'enumeration';
  readonly fieldType:
    'text' | 'textarea' | 'number' | 'booleancheckbox' | 'date' | 'select' | 'radio' | 'checkbox';
  readonly options?: readonly {
    readonly label: string;
    readonly value: string;
    readonly displayOrder: number;
  }[];
  readonly hidden?: boolean;
  readonly hasUniqueValue?: boolean;
  readonly externalOptions?: boolean;
  readonly referencedObjectType?: 'OWNER';
}

/** Property groups and definitions, for install and doctor. */
export interface CrmSchema {
  readProperties(
    objectType: 'contacts' | 'companies' | 'tasks',
  ): Promise<ReadonlyMap<string, PropertyDefinition>>;
  createGroup(
    objectType: 'contacts' | 'tasks',
    name: string,
    label: string,
  ): Promise<'created' | 'present'>;
  createProperties(
    objectType: 'contacts' | 'tasks',
    definitions: readonly PropertyDefinition[],
  ): Promise<readonly WriteOutcome[]>;
  updateProperty(
    objectType: 'contacts' | 'tasks',
    name: string,
    change: Partial<Pick<PropertyDefinition, 'label' | 'description' | 'options' | 'groupName'>>,
  ): Promise<void>;
  archiveProperties(objectType: 'contacts' | 'tasks', names: readonly string[]): Promise<void>;
}

/** What HubSpot says about the account itself. */
export interface CrmAccountDetails {
  readonly portalId: string;
  /** Host of HubSpot's pages for this account, for example `app.hubspot.com`. */
  readonly uiDomain: string;
  /** IANA name: the zone of last resort for working hours (D28). */
  readonly timeZone: string;
}

/** The account the app is installed in. */
export interface CrmAccount {
  details(): Promise<CrmAccountDetails>;
}
