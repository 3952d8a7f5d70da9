import { describe, expect, test } from '@jest/globals';
import { instant } from '../../instant.ts';
import type { Attempt } from './attempt.ts';
import { isTouch } from './touch.ts';

const OWNER = '9001';
const base = {
  id: '1',
  contactId: '101',
  at: instant(Date.UTC(2026, 10, 20, 9)),
  ownerId: OWNER,
  title: 'First try',
};

type FactsOf<Type extends Attempt['type']> = Extract<Attempt, { type: Type }>['facts'];

const aCall = (facts: Partial<FactsOf<'calls'>> = {}): Attempt => ({
  ...base,
  type: 'calls',
  facts: { direction: 'OUTBOUND', durationMs: null, disposition: null, status: null, ...facts },
});
const anEmail = (facts: Partial<FactsOf<'emails'>> = {}): Attempt => ({
  ...base,
  type: 'emails',
  facts: { direction: 'EMAIL', status: 'SENT', fromSequence: false, ...facts },
});
const aMeeting = (outcome: string | null): Attempt => ({
  ...base,
  type: 'meetings',
  facts: { outcome, start: null },
});
const aMessage = (channel: string | null): Attempt => ({
  ...base,
  type: 'communications',
  facts: { channel },
});
const aNote: Attempt = { ...base, type: 'notes', facts: null };

describe('an act of the owner', () => {
  test.each<{ what: string; attempt: Attempt; counts: boolean }>([
    { what: 'a call that lasted', attempt: aCall({ durationMs: 1 }), counts: true },
    { what: 'a call with an outcome', attempt: aCall({ disposition: 'voicemail' }), counts: true },
    {
      what: 'a call with an outcome and no duration, whatever its status',
      attempt: aCall({ disposition: 'no-answer', durationMs: 0, status: 'NO_ANSWER' }),
      counts: true,
    },
    {
      what: 'a call of unknown direction that lasted',
      attempt: aCall({ direction: null, durationMs: 60_000 }),
      counts: true,
    },
    { what: 'a call without any of both', attempt: aCall(), counts: false },
    { what: 'a call of no length', attempt: aCall({ durationMs: 0 }), counts: false },
    { what: 'a call set to completed', attempt: aCall({ status: 'COMPLETED' }), counts: false },
    {
      what: 'a call from the lead that was taken',
      attempt: aCall({ direction: 'INBOUND', durationMs: 60_000, status: 'COMPLETED' }),
      counts: true,
    },
    {
      what: 'a call from the lead that was missed',
      attempt: aCall({ direction: 'INBOUND', durationMs: 20_000, status: 'MISSED' }),
      counts: false,
    },
    {
      what: 'a call from the lead with an outcome and no length',
      attempt: aCall({ direction: 'INBOUND', disposition: 'connected' }),
      counts: false,
    },
    { what: 'an e-mail sent', attempt: anEmail(), counts: true },
    { what: 'an e-mail logged without a status', attempt: anEmail({ status: null }), counts: true },
    { what: 'an e-mail that bounced', attempt: anEmail({ status: 'BOUNCED' }), counts: false },
    { what: 'an e-mail that failed', attempt: anEmail({ status: 'FAILED' }), counts: false },
    { what: 'an e-mail for later', attempt: anEmail({ status: 'SCHEDULED' }), counts: false },
    { what: 'an e-mail on its way', attempt: anEmail({ status: 'SENDING' }), counts: false },
    {
      what: 'an e-mail from the lead',
      attempt: anEmail({ direction: 'INCOMING_EMAIL' }),
      counts: false,
    },
    {
      what: 'an e-mail forwarded into HubSpot',
      attempt: anEmail({ direction: 'FORWARDED_EMAIL' }),
      counts: false,
    },
    {
      what: 'a draft',
      attempt: anEmail({ direction: 'DRAFT_EMAIL', status: null }),
      counts: false,
    },
    { what: 'an e-mail of a sequence', attempt: anEmail({ fromSequence: true }), counts: false },
    { what: 'a meeting booked', attempt: aMeeting('SCHEDULED'), counts: true },
    { what: 'a meeting without an outcome', attempt: aMeeting(null), counts: true },
    { what: 'a meeting nobody came to', attempt: aMeeting('NO_SHOW'), counts: true },
    { what: 'a meeting called off', attempt: aMeeting('CANCELED'), counts: false },
    { what: 'a LinkedIn message', attempt: aMessage('LINKEDIN_MESSAGE'), counts: true },
    { what: 'a message of unknown channel', attempt: aMessage(null), counts: true },
    { what: 'a note', attempt: aNote, counts: false },
  ])('$what: $counts', ({ attempt, counts }) => {
    expect(isTouch(attempt, OWNER)).toBe(counts);
  });

  test.each([
    { sequenceEmailsCount: true, status: 'SENT', counts: true },
    { sequenceEmailsCount: true, status: 'BOUNCED', counts: false },
    { sequenceEmailsCount: false, status: 'SENT', counts: false },
  ])(
    "a sequence's e-mail counts as the policy says: $sequenceEmailsCount, $status",
    ({ sequenceEmailsCount, status, counts }) => {
      const email = anEmail({ fromSequence: true, status });
      expect(isTouch(email, OWNER, { sequenceEmailsCount })).toBe(counts);
    },
  );
});

describe("somebody else's act", () => {
  test.each<Attempt>([
    aCall({ durationMs: 60_000, disposition: 'connected' }),
    anEmail(),
    aMeeting('COMPLETED'),
    aMessage('SMS'),
  ])('does not count for the owner: $type', (attempt) => {
    expect(isTouch({ ...attempt, ownerId: '9002' }, OWNER)).toBe(false);
    expect(isTouch({ ...attempt, ownerId: null }, OWNER)).toBe(false);
    expect(isTouch(attempt, OWNER)).toBe(true);
  });
});
