import type { Crm, CrmRecord } from '../../application/ports/crm.ts';
import type { Log } from '../../application/ports/log.ts';
import type { PropertyValues } from '../../domain/condition/lead-facts.ts';
import type { Attempt } from '../../domain/handoff/clock/attempt.ts';
import { instant, parseInstant, type Instant } from '../../domain/instant.ts';
import { readAssociatedIds } from './crm-associations.ts';
import { readRecords } from './crm-records.ts';
import type { HubspotApis } from './hubspot-apis.ts';
import { HubspotForbiddenError, HubspotRefusedError, type HubspotError } from './hubspot-errors.ts';
import { createOptionalFeature } from './optional-feature.ts';

/** How one kind of activity is read. */
interface Kind {
  readonly type: Attempt['type'];
  /** For the log. */
  readonly words: string;
  /** Read besides {@link COMMON}. */
  readonly properties: readonly string[];
  readonly toAttempt: (base: Base, values: PropertyValues) => Attempt;
}

type Base = Pick<Attempt, 'id' | 'contactId' | 'at' | 'ownerId'>;

const COMMON = ['hs_timestamp', 'hubspot_owner_id'];

/** The kinds of activities with the properties that HubSpot documents for each ("Calls", "Email", "Meetings", "Communications", "Notes"). */
const KINDS: readonly Kind[] = [
  {
    type: 'calls',
    words: 'Calls',
    properties: [
      'hs_call_title',
      'hs_call_direction',
      'hs_call_duration',
      'hs_call_disposition',
      'hs_call_status',
    ],
    toAttempt: (base, values) => ({
      ...base,
      type: 'calls',
      title: values['hs_call_title'] ?? '',
      facts: {
        direction: textOf(values['hs_call_direction']),
        durationMs: numberOf(values['hs_call_duration']),
        disposition: textOf(values['hs_call_disposition']),
        status: textOf(values['hs_call_status']),
      },
    }),
  },
  {
    type: 'emails',
    words: 'E-mails',
    properties: ['hs_email_subject', 'hs_email_direction', 'hs_email_status', 'hs_sequence_id'],
    toAttempt: (base, values) => ({
      ...base,
      type: 'emails',
      title: values['hs_email_subject'] ?? '',
      facts: {
        direction: textOf(values['hs_email_direction']),
        status: textOf(values['hs_email_status']),
        fromSequence: textOf(values['hs_sequence_id']) !== null,
      },
    }),
  },
  {
    type: 'meetings',
    words: 'Meetings',
    properties: [
      'hs_createdate',
      'hs_meeting_title',
      'hs_meeting_outcome',
      'hs_meeting_start_time',
    ],
    toAttempt: (base, values) => ({
      ...base,
      type: 'meetings',
      // HubSpot dates a meeting by when it begins; the attempt is the booking, unless it is logged afterwards.
      at: earlier(base.at, timeOf(values['hs_createdate'])),
      title: values['hs_meeting_title'] ?? '',
      facts: {
        outcome: textOf(values['hs_meeting_outcome']),
        start: timeOf(values['hs_meeting_start_time']),
      },
    }),
  },
  {
    type: 'communications',
    words: 'Messages (LinkedIn, SMS, WhatsApp)',
    properties: ['hs_communication_channel_type'],
    toAttempt: (base, values) => ({
      ...base,
      type: 'communications',
      title: '',
      facts: { channel: textOf(values['hs_communication_channel_type']) },
    }),
  },
  {
    type: 'notes',
    words: 'Notes',
    properties: [],
    toAttempt: (base) => ({ ...base, type: 'notes', title: '', facts: null }),
  },
];

/**
 * Reads what was done about leads: for each kind of activity one association batch read per 1,000 contacts and one batch
 * read per 100 activities, all kinds at once, and no call per contact. HubSpot cannot leave out old activities in such a
 * read, so they are left out here.
 *
 * A kind that HubSpot refuses (403), or does not know (an account without messages), counts as not there for an hour.
 */
export function createAttemptReader(deps: {
  readonly apis: HubspotApis;
  readonly log: Log;
  readonly elapsed: () => number;
}): Crm['readAttemptsOf'] {
  const readers = KINDS.map((kind) => {
    const whileGranted = createOptionalFeature({
      isRefusal,
      remedy: `${kind.words} cannot be read, so they count as no attempts for the next hour; check that the app has crm.objects.contacts.read, deploy and install it again`,
      log: deps.log,
      elapsed: deps.elapsed,
    });
    return (contactIds: readonly string[]) =>
      whileGranted(() => readKind(deps.apis, kind, contactIds));
  });
  return async (contactIds, since) => {
    const kinds = await Promise.all(readers.map((read) => read(contactIds)));
    const readable = kinds.filter((attempts) => attempts !== null);
    // Nothing could be read, so nobody knows what was done.
    if (readable.length === 0) return new Map();
    const attemptsOf = new Map(contactIds.map((id): [string, Attempt[]] => [id, []]));
    for (const attempt of readable.flat()) {
      if (attempt.at >= since) attemptsOf.get(attempt.contactId)?.push(attempt);
    }
    return attemptsOf;
  };
}

async function readKind(
  apis: HubspotApis,
  kind: Kind,
  contactIds: readonly string[],
): Promise<readonly Attempt[]> {
  const idsOf = await readAssociatedIds(apis, contactIds, kind.type);
  const records = await readRecords(apis, {
    objectType: kind.type,
    keys: [...idsOf.values()].flat(),
    properties: [...COMMON, ...kind.properties],
  });
  return [...idsOf].flatMap(([contactId, ids]) =>
    ids.flatMap((id) => {
      const record = records.get(id);
      return record === undefined ? [] : toAttempts(kind, contactId, record);
    }),
  );
}

/** The activity, or nothing where HubSpot gives it no time: it cannot be said to have happened since anything. */
function toAttempts(kind: Kind, contactId: string, record: CrmRecord): readonly Attempt[] {
  const at = timeOf(record.properties['hs_timestamp']);
  if (at === null) return [];
  const ownerId = textOf(record.properties['hubspot_owner_id']);
  return [kind.toAttempt({ id: record.id, contactId, at, ownerId }, record.properties)];
}

/** 403 without the scope; 400 with these words where an account does not have the kind of object (public reports). */
function isRefusal(error: unknown): error is HubspotError {
  return (
    error instanceof HubspotForbiddenError ||
    (error instanceof HubspotRefusedError && /infer object type/i.test(error.failure.detail))
  );
}

function textOf(value: string | null | undefined): string | null {
  return value === undefined || value === '' ? null : value;
}

function numberOf(value: string | null | undefined): number | null {
  const text = textOf(value);
  return text === null || !Number.isFinite(Number(text)) ? null : Number(text);
}

function timeOf(value: string | null | undefined): Instant | null {
  const read = parseInstant(value);
  return read.ok ? read.value : null;
}

function earlier(one: Instant, other: Instant | null): Instant {
  return other === null ? one : instant(Math.min(one, other));
}
