import * as z from 'zod';
import { ok, refused, type Result } from '../domain/result.ts';
import type { CardRequestBody } from './card-request-body.ts';
import {
  ACCEPTANCES,
  BUDGET_PATHS,
  CHANNELS,
  keysOf,
  LEADERS,
  RESULTS,
  TIMINGS,
} from './card-words.ts';

/** Longest free text a person may send: far below HubSpot's 65,536 per property, so that the record always fits. */
export const NOTE_LIMIT = 2000;

const id = z
  .union([z.string().regex(/^\d+$/), z.number().int().positive()], {
    error: 'must be the HubSpot id of a contact, a whole number',
  })
  .transform(String);
const text = z.string().trim().max(NOTE_LIMIT, `must be at most ${NOTE_LIMIT} characters`);
const day = z.iso.date({ error: 'must be a date such as 2026-12-24' });
const about = {
  contactId: id,
  handoffId: z.string().regex(/^\d+-\d+$/, 'must be a handoff id such as 101-1'),
  /** Chosen by the caller; the same one with the same handoff is carried out once, however often it arrives. */
  requestId: z.string().min(1, 'must not be empty').max(100, 'must be at most 100 characters'),
  /** Of the view that was decided on. */
  version: z.int().nonnegative().optional(),
};

const callNotes = z.object({
  need: text,
  currentTool: text,
  leader: z.enum(keysOf(LEADERS)),
  budgetPath: z.enum(keysOf(BUDGET_PATHS)),
  timing: z.enum(keysOf(TIMINGS)),
  stakeholders: text,
  objection: text,
  forMarketing: text,
});

const decision = { do: z.literal('decide'), ...about, note: text.default('') };
const reasoned = {
  ...decision,
  reasonCode: z.string().min(1, 'must be one of the reason codes of the policy'),
  notes: callNotes.optional(),
};

const decide = z.discriminatedUnion('decision', [
  z.object({
    ...decision,
    decision: z.literal('accept'),
    acceptance: z.enum(keysOf(ACCEPTANCES)),
    /** A day, or an instant; only with `meeting_booked`. */
    meetingAt: z.union([day, z.iso.datetime({ offset: true })]).optional(),
    notes: callNotes.optional(),
  }),
  z.object({ ...reasoned, decision: z.literal('reject') }),
  z.object({ ...reasoned, decision: z.literal('recycle'), revisitOn: day.optional() }),
  z.object({ ...reasoned, decision: z.literal('reassign') }),
  z.object({ ...decision, decision: z.literal('hand_on'), notes: callNotes.optional() }),
  z.object({ ...decision, decision: z.literal('undo') }),
]);

const cardRequest = z.discriminatedUnion('do', [
  z.object({ do: z.literal('open'), contactId: id }),
  decide,
  z.object({
    do: z.literal('log_attempt'),
    ...about,
    channel: z.enum(keysOf(CHANNELS)),
    result: z.enum(keysOf(RESULTS)),
    /** What happens next, in words (P9: mandatory). */
    nextStep: text.min(1, 'must say what happens next'),
    nextStepOn: day.optional(),
    notes: callNotes.optional(),
  }),
]);

/** Fails to compile when the card could send something that the schema does not take. */
type Sendable = CardRequestBody extends z.input<typeof cardRequest> ? CardRequest : never;

/** What the card asks its backend (`POST /card`, design §9). Who asks is in the signature, never in here. */
export type CardRequest = z.infer<typeof cardRequest>;

/** A decision as the use case gets it. */
export type DecideRequest = z.infer<typeof decide>;

/** A logged attempt as the use case gets it. */
export type LogAttemptRequest = Extract<CardRequest, { do: 'log_attempt' }>;

/**
 * Reads the body of `POST /card`. Unknown fields are ignored.
 *
 * @returns the request, or one sentence that names each field that is wrong and what it has to be
 */
export function parseCardRequest(body: unknown): Result<Sendable, string> {
  const parsed = cardRequest.safeParse(body);
  if (parsed.success) return ok(parsed.data);
  const faults = parsed.error.issues.map(
    (issue) => `"${issue.path.join('.') || 'body'}": ${issue.message}`,
  );
  return refused(`The request cannot be read. ${faults.join('; ')}.`);
}
