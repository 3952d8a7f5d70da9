/*
 * What the portal's own pages and their endpoints under `/_portal/pages` exchange. Times are epoch milliseconds of
 * the portal's business clock; property values are text as HubSpot keeps them, `''` when unset.
 */

/** A person who can own records and act on the pages. */
export interface PagePerson {
  /** Owner id. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Primary team; `''` when there is none. */
  readonly team: string;
  readonly archived: boolean;
}

/** One choice of a list. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What every page needs to know about the portal; read once. */
export interface Directory {
  readonly portalId: number;
  /** IANA name; every time on the pages is shown in it. */
  readonly timeZone: string;
  readonly people: readonly PagePerson[];
  readonly stages: readonly Choice[];
  /** Empty until Baton is installed. */
  readonly tiers: readonly Choice[];
  /** Empty until Baton is installed. */
  readonly handoffStatuses: readonly Choice[];
  readonly callOutcomes: readonly Choice[];
  readonly meetingOutcomes: readonly Choice[];
  readonly messageChannels: readonly Choice[];
}

/** Cheap to ask often: changes whenever something in the portal changed. */
export interface Pulse {
  readonly version: string;
  readonly now: number;
  /** Whether the business clock stands still. */
  readonly frozen: boolean;
}

/** Orders of the contact list. */
export const CONTACT_ORDERS = ['changed', 'created', 'name'] as const;

/** What the contact list shows; `''` leaves a filter out. */
export interface ContactQuery {
  readonly text: string;
  readonly stage: string;
  readonly tier: string;
  /** Owner id, or `none` for contacts without an owner. */
  readonly owner: string;
  readonly status: string;
  readonly order: (typeof CONTACT_ORDERS)[number];
  /** From 1. */
  readonly page: number;
}

/** A contact in the list. */
export interface ContactRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly company: string;
  readonly stage: string;
  readonly ownerId: string;
  readonly tier: string;
  readonly status: string;
  readonly changedAt: number;
}

/** One page of the contact list. */
export interface ContactPage {
  readonly rows: readonly ContactRow[];
  /** Contacts that match. */
  readonly total: number;
  /** Contacts there are. */
  readonly all: number;
  readonly page: number;
  readonly pageSize: number;
}

/** A property with its value, as the record page edits it. */
export interface PropertyField {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: string;
  readonly fieldType: string;
  readonly options: readonly Choice[];
  /** Whether the value names an owner. */
  readonly isOwner: boolean;
  readonly readOnly: boolean;
  readonly value: string;
}

/** Properties that stand together on the record page. */
export interface PropertySection {
  readonly name: string;
  readonly label: string;
  readonly fields: readonly PropertyField[];
}

/** The kinds of activities on a timeline. */
export type ActivityKind = 'task' | 'note' | 'call' | 'email' | 'meeting' | 'message';

/** One activity of a contact. */
export interface Activity {
  readonly id: string;
  readonly kind: ActivityKind;
  /** When it happened; for a task, when it is due. */
  readonly at: number;
  readonly title: string;
  /** HTML from outside: to be drawn only through the page's own filter. */
  readonly body: string;
  readonly ownerId: string;
  /** Words such as an outcome or a duration. */
  readonly facts: readonly string[];
  /** Set for tasks. */
  readonly task?: {
    readonly status: string;
    readonly done: boolean;
    readonly overdue: boolean;
    readonly priority: string;
    /** When the owner is reminded; null when not. */
    readonly remindAt: number | null;
  };
}

/** One write to a contact, in words; a value is `''` when cleared. */
export interface RecordedChange {
  readonly at: number;
  readonly by: string;
  readonly values: readonly Choice[];
}

/** A record that stands beside the contact. */
export interface RelatedRecord {
  readonly id: string;
  readonly title: string;
  readonly facts: readonly Choice[];
}

/** Everything on the contact page. */
export interface ContactRecord {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly jobTitle: string;
  readonly stage: string;
  readonly ownerId: string;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly sections: readonly PropertySection[];
  readonly activities: readonly Activity[];
  readonly changes: readonly RecordedChange[];
  readonly companies: readonly RelatedRecord[];
  readonly deals: readonly RelatedRecord[];
}

/** An open task in a queue. */
export interface QueuedTask {
  readonly id: string;
  readonly subject: string;
  readonly dueAt: number;
  readonly overdue: boolean;
  readonly priority: string;
  readonly ownerId: string;
  readonly contact: { readonly id: string; readonly name: string } | null;
}

/** A webhook delivery as the page shows it; times are real, not business, time. */
export interface DeliveryRow {
  readonly id: number;
  readonly state: 'pending' | 'sent' | 'given_up';
  readonly attempts: number;
  readonly lastStatus: string;
  readonly createdAt: number;
  readonly finishedAt: number | null;
  readonly nextAt: number | null;
  readonly events: readonly DeliveredEvent[];
}

/** An event inside a delivery, reduced to what a person looks for. */
export interface DeliveredEvent {
  readonly subscriptionType: string;
  readonly objectId: string;
  readonly propertyName: string;
  readonly propertyValue: string;
  readonly changeSource: string;
}

/** The deliveries page. */
export interface DeliveryPage {
  readonly rows: readonly DeliveryRow[];
  readonly counts: Readonly<Record<DeliveryRow['state'], number>>;
}

/** An activity to log. `at` is when it happened. */
export interface ActivityToLog {
  readonly kind: Exclude<ActivityKind, 'task'>;
  readonly actingOwnerId: string;
  readonly at: number;
  readonly title: string;
  readonly body: string;
  /** Call or meeting: value of the outcome; `''` when none. */
  readonly outcome: string;
  /** Message: value of the channel it went over; `''` for anything else. */
  readonly channel: string;
  /** Call or meeting: minutes. */
  readonly minutes: number;
}
