import * as z from 'zod';
import type { Verdict } from '../qualification/verdict.ts';
import type { LeadFacts } from '../condition/lead-facts.ts';
import type { CandidateTrace } from '../routing/routing.ts';
import type { HandoffStatus } from './handoff-status.ts';

/**
 * The record sheds detail above this, so that a later change always still fits into the 65,536 characters of a
 * HubSpot text property (design §4, hubspot-platform §11.4).
 */
export const SHED_ABOVE = 60_000;
/** Candidates kept in the trace when the record has to shed (design §4). */
const CANDIDATES_KEPT = 20;

/** Who a handoff was routed to, and why. */
export interface RouteSummary {
  readonly ownerId: string | null;
  readonly pool: string | null;
  readonly via: string;
  readonly rule: string | null;
  readonly reason: string;
  readonly dueAt: string | null;
  readonly warnAt: string | null;
  /** Working blocks that make up the time to the due instant, ISO 8601. */
  readonly blocks: readonly {
    readonly from: string;
    readonly to: string;
    readonly minutes: number;
  }[];
  /** Whose hours the due time was counted in, for example `the rep's own hours (Europe/Berlin)`. */
  readonly calendar: string;
  readonly trace: readonly CandidateTrace[];
}

/** A change of state or owner: who, what and why (R121). */
export interface HandoffChange {
  readonly at: string;
  /** Owner id, or `baton`. */
  readonly by: string;
  readonly what: string;
  readonly why: string;
}

/** The state before a decision, for the five minutes in which its author may take it back (design §5). */
export interface UndoPoint {
  readonly by: string;
  readonly at: string;
  /** Properties as they were, written back as they are. */
  readonly properties: Readonly<Record<string, string>>;
}

/** What an earlier attempt came to, kept for good. */
export interface AttemptSummary {
  readonly attempt: number;
  readonly handoffId: string;
  readonly status: string;
  readonly tier: string | null;
  readonly ownerId: string | null;
  readonly decidedAt: string | null;
  readonly reasonCode: string | null;
  readonly note: string | null;
}

/**
 * The whole decision about one attempt, as stored in `handoff_record`. Card, reason text, audit and CLI show what
 * stands here and compute nothing a second time (design §2.5).
 */
export interface HandoffRecord {
  readonly schema: 1;
  readonly handoffId: string;
  readonly attempt: number;
  /** State as Baton last wrote it; where the property differs, a person has edited it. */
  readonly status: HandoffStatus;
  /** Key of the entry that opened it, and of entries that joined it later. */
  readonly entries: readonly string[];
  readonly trigger: string;
  readonly mode: 'live' | 'observe';
  readonly policyVersion: string;
  readonly openedAt: string;
  readonly decision: Verdict;
  readonly route: RouteSummary | null;
  readonly facts: LeadFacts;
  readonly changes: readonly HandoffChange[];
  /** Ids of card requests that were carried out, newest last, so that a repeat changes nothing (design §9). */
  readonly requests: readonly string[];
  /** What undo would bring back; null when the last change cannot be undone. */
  readonly undo: UndoPoint | null;
  readonly earlier: readonly AttemptSummary[];
  /** What was left out to stay below HubSpot's limit, in words; empty when complete. */
  readonly shed: readonly string[];
}

/** Requests remembered per handoff: far more than a person sends within any retry. */
const REQUESTS_KEPT = 20;

/** The requests of a record with one more that was carried out. */
export function withRequest(record: HandoffRecord, requestId: string): readonly string[] {
  return [...record.requests, requestId].slice(-REQUESTS_KEPT);
}

/**
 * Writes the record as JSON of at most 60,000 characters. What does not fit is shed in the order of design §4 and
 * said: ineligible candidates after the 20th, events, notes of the oldest attempts; then, so that it always fits,
 * the facts and the lines that explain the lead beyond its reason.
 */
export function writeRecord(record: HandoffRecord): string {
  const steps: readonly ((r: HandoffRecord) => HandoffRecord)[] = [
    (r) => r,
    shedCandidates,
    shedEvents,
    shedOldNotes,
    shedFacts,
    shedOldAttempts,
  ];
  let current = record;
  let json = '';
  for (const step of steps) {
    current = step(current);
    json = JSON.stringify(current);
    if (json.length <= SHED_ABOVE) return json;
  }
  return json;
}

/**
 * Reads a record back. Null when there is none; a record that is not ours or was damaged by hand is an error in
 * words, because treating it as absent would hand the lead off twice.
 */
export function readRecord(
  raw: string | null | undefined,
):
  | { readonly kind: 'none' }
  | { readonly kind: 'record'; readonly record: HandoffRecord }
  | { readonly kind: 'damaged'; readonly message: string } {
  if (!raw) return { kind: 'none' };
  try {
    const parsed = recordShape.parse(JSON.parse(raw));
    return { kind: 'record', record: parsed as unknown as HandoffRecord };
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return { kind: 'damaged', message: `handoff_record cannot be read (${why ?? ''})` };
  }
}

/** Enough to know that it is our record; the rest was written by this program and is versioned by `schema`. */
const recordShape = z.looseObject({
  schema: z.literal(1),
  handoffId: z.string(),
  attempt: z.number(),
  entries: z.array(z.string()),
  decision: z.looseObject({ status: z.string() }),
  status: z.string(),
  changes: z.array(z.looseObject({ at: z.string() })),
  requests: z.array(z.string()),
  earlier: z.array(z.looseObject({ attempt: z.number() })),
});

function shedCandidates(record: HandoffRecord): HandoffRecord {
  const route = record.route;
  if (!route) return record;
  const eligible = route.trace.filter((candidate) => candidate.eligible);
  const ineligible = route.trace.filter((candidate) => !candidate.eligible);
  if (ineligible.length <= CANDIDATES_KEPT) return record;
  return {
    ...record,
    route: { ...route, trace: [...eligible, ...ineligible.slice(0, CANDIDATES_KEPT)] },
    shed: [
      ...record.shed,
      `${ineligible.length - CANDIDATES_KEPT} candidates who could not take the lead`,
    ],
  };
}

function shedEvents(record: HandoffRecord): HandoffRecord {
  const count = record.facts.events?.length ?? 0;
  if (count === 0) return record;
  return {
    ...record,
    facts: { ...record.facts, events: [] },
    shed: [...record.shed, `${count} events the lead caused`],
  };
}

function shedOldNotes(record: HandoffRecord): HandoffRecord {
  const noted = record.earlier.filter((attempt) => attempt.note !== null);
  if (noted.length === 0) return record;
  return {
    ...record,
    earlier: record.earlier.map((attempt) => ({ ...attempt, note: null })),
    shed: [...record.shed, `the notes of ${noted.length} earlier attempts`],
  };
}

function shedFacts(record: HandoffRecord): HandoffRecord {
  const facts: LeadFacts = { id: record.facts.id, properties: {} };
  return { ...record, facts, shed: [...record.shed, 'the facts seen when it was decided'] };
}

function shedOldAttempts(record: HandoffRecord): HandoffRecord {
  const kept = record.earlier.slice(-CANDIDATES_KEPT);
  const dropped = record.earlier.length - kept.length;
  const changes = record.changes.slice(-CANDIDATES_KEPT);
  return {
    ...record,
    earlier: kept,
    changes,
    shed: [
      ...record.shed,
      ...(dropped > 0 ? [`${dropped} of the oldest attempts`] : []),
      'older changes',
    ],
  };
}
